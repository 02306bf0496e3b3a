import { endOfLocalDay } from '@fairmark/domain/calendar';
import type { Deadline } from '@fairmark/domain/process';
import { calendarOf } from '@fairmark/persistence/calendar';
import type { ProcessContext } from '../processes/index.js';
import { timingOf } from '../reviews/deadlines.js';
import type { Enter } from '../reviews/enter.js';
import type { Review } from '../reviews/review.js';

/** Goal setting begins: the employee proposes goals. */
export const enterGoalSetting: Enter = async ({ tx, now }, review) => ({
  step: 'goalSetting',
  open: [
    {
      step: 'goalProposal', assignees: [{ employeeId: review.employeeId, why: 'subject' }], subjectId: review.employeeId,
      ...(await timingOf(tx, review, 'goalProposal', review.employeeId, now, 'goalSetting')),
    },
  ],
});

/** The period runs until its last day ends in the employee's zone; nobody is waited for. */
export const enterPeriod: Enter = async (context, review) => ({
  step: 'period',
  open: [{ step: 'period', assignees: [], subjectId: review.employeeId, timeout: 'moveOn', deadline: await endOfPeriod(context, review), remindBefore: [] }],
});

async function endOfPeriod({ tx }: ProcessContext, review: Review): Promise<Deadline> {
  const { zone } = await calendarOf(tx, review.employeeId);
  return { at: endOfLocalDay(review.periodEnd, zone), zone };
}
