import { earlierDate, endOfLocalDay, laterDate, localDateOf } from '@fairmark/domain/calendar';
import { composeSheet } from '@fairmark/domain/goals';
import type { Deadline, VisitSpec } from '@fairmark/domain/process';
import { calendarOf } from '@fairmark/persistence/calendar';
import { sql } from '@fairmark/persistence/database';
import { compositionOf } from '@fairmark/persistence/goals';
import { underItsVersion } from '../planMoves/waiting.js';
import type { ProcessContext } from '../processes/index.js';
import { timingOf } from '../reviews/deadlines.js';
import type { Enter } from '../reviews/enter.js';
import type { Review } from '../reviews/review.js';
import { CHECK_IN_EVERY } from './checkIn.js';

/** Goal setting begins: the sheet is composed from what the person operates now, and the employee proposes. */
export const enterGoalSetting: Enter = async (context, review) => {
  const { tx } = context;
  const sheet = composeSheet({ plan: review.plan, ...(await compositionOf(tx, review.employeeId, await compositionDay(context, review), review.periodStart)) });
  await tx.run(sql`update reviews set sheet = ${JSON.stringify(sheet)}::jsonb where id = ${review.id}`);
  return {
    step: 'goalSetting',
    open: [await proposalVisit(context, review, {}, 'goalSetting')],
    audit: [{ action: 'goals.sheetComposed', object: review.id, after: { blocks: sheet.blocks.map(({ code, sheetId, weightBp }) => ({ code, sheetId, weightBp })) } }],
  };
};

/** A day inside the period: assignments as of now, of a joiner who starts later those of the first day, of a period that is over those of its last. */
async function compositionDay({ tx, now }: ProcessContext, review: Review): Promise<string> {
  const { zone } = await calendarOf(tx, review.employeeId);
  return earlierDate(laterDate(localDateOf(now, zone), review.periodStart), review.periodEnd);
}

/** The employee proposes, the first time by the date of the cycle's schedule, after a return within the plan's length. */
export async function proposalVisit({ tx, now }: ProcessContext, review: Review, payload: Record<string, unknown>, scheduled?: 'goalSetting'): Promise<VisitSpec> {
  const timing = await timingOf(tx, review, 'goalProposal', review.employeeId, now, scheduled);
  return { step: 'goalProposal', assignees: [{ employeeId: review.employeeId, why: 'subject' }], subjectId: review.employeeId, payload, ...timing };
}

/** The period runs until its last day ends in the employee's zone; nobody is waited for. A check-in is brought to mind every month. */
export const enterPeriod: Enter = underItsVersion('period', async (context, review) => ({
  step: 'period',
  open: [
    { step: 'period', assignees: [], subjectId: review.employeeId, timeout: 'moveOn', deadline: await endOfPeriod(context, review), remindBefore: [] },
    { step: 'checkIn', assignees: [], subjectId: review.employeeId, timeout: 'moveOn', deadline: { duration: CHECK_IN_EVERY }, remindBefore: [] },
  ],
}));

async function endOfPeriod({ tx }: ProcessContext, review: Review): Promise<Deadline> {
  if (review.schedule.period) return { duration: review.schedule.period.after };
  const { zone } = await calendarOf(tx, review.employeeId);
  return { at: endOfLocalDay(review.periodEnd, zone), zone };
}
