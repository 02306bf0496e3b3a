import { localDateOf } from '@fairmark/domain/calendar';
import type { Assignee, VisitSpec } from '@fairmark/domain/process';
import { calendarOf } from '@fairmark/persistence/calendar';
import { activeManagerOf, hrFor } from '@fairmark/persistence/org';
import { lateSlot } from '@fairmark/persistence/publications';
import { acceptanceOf } from '@fairmark/persistence/result';
import type { ProcessContext } from '../processes/index.js';
import { timingOf } from '../reviews/deadlines.js';
import type { Enter } from '../reviews/enter.js';
import type { Review } from '../reviews/review.js';
import { acknowledgement } from './window.js';

/** The review waits until HR publishes the department. Who comes after that is published alone, with the same lead for the line. */
export const enterPublication: Enter = async ({ tx, now }, review) => {
  const slot = await lateSlot(tx, review, now);
  return { step: 'publication', open: [slot ? publicationAt(review, slot) : publicationVisit(review)] };
};

const publicationVisit = (review: Review): VisitSpec => ({ step: 'publication', assignees: [], subjectId: review.employeeId, deadline: null, timeout: 'none' });

/** The visit that publishes: its deadline is the instant at which the whole department sees its results. */
export const publicationAt = (review: Review, slot: { publicationId: string | null; publishAt: string; zone: string }): VisitSpec => ({
  ...publicationVisit(review), timeout: 'moveOn', deadline: { at: slot.publishAt, zone: slot.zone }, remindBefore: [], payload: { publicationId: slot.publicationId, publishAt: slot.publishAt },
});

/** The result is published: the person acknowledges it, and the manager holds the interview 绩效面谈. */
export const enterResult: Enter = async (context, review) => ({
  step: 'result',
  open: [await acknowledgement(context, review, await acceptanceOf(context.tx, review, context.now)), await interview(context, review)],
  notices: [{ employeeId: review.employeeId, kind: 'result.published', link: `/reviews/${review.id}` }],
});

async function interview({ tx, now }: ProcessContext, review: Review): Promise<VisitSpec> {
  const assignees = await interviewers({ tx, now }, review);
  return { step: 'interview', assignees, subjectId: review.employeeId, ...(await timingOf(tx, review, 'interview', assignees[0]?.employeeId ?? null, now)) };
}

/** The manager as of today; somebody without an active manager talks with HR. */
async function interviewers({ tx, now }: Pick<ProcessContext, 'tx' | 'now'>, review: Review): Promise<Assignee[]> {
  const asOf = localDateOf(now, (await calendarOf(tx, review.employeeId)).zone);
  const manager = await activeManagerOf(tx, review.employeeId, asOf);
  if (manager) return [{ employeeId: manager, why: 'lineManager' }];
  return (await hrFor(tx, review.departmentId, review.employeeId, asOf)).map((employeeId) => ({ employeeId, why: 'hr' }));
}
