import type { VisitSpec } from '@fairmark/domain/process';
import { lateSlot, type PublicationSlot } from '@fairmark/persistence/publications';
import { acceptanceOf } from '@fairmark/persistence/result';
import { interviewersFor } from '@fairmark/persistence/reviews';
import type { ProcessContext } from '../processes/index.js';
import { timingOf } from '../reviews/deadlines.js';
import type { Enter } from '../reviews/enter.js';
import type { Review } from '../reviews/review.js';
import { acknowledgement } from './window.js';

/** The review waits until HR publishes the department. Who comes after that is published alone, with the same lead for the line. */
export const enterPublication: Enter = async ({ tx, now }, review) => {
  const slot = await lateSlot(tx, review, now);
  return { step: 'publication', open: [slot ? publicationAt(review, slot, now) : publicationVisit(review)] };
};

const publicationVisit = (review: Review): VisitSpec => ({ step: 'publication', assignees: [], subjectId: review.employeeId, deadline: null, timeout: 'none' });

/** What the visit carries until results are visible. `managersSeeAt`: it waits for the line's turn first. */
export interface PublicationPayload {
  publicationId: string | null;
  publishAt: string;
  managersSeeAt?: string;
}

/** The visit that publishes: its deadline is the instant at which the whole department sees its results; where that is fixed further ahead than the lead, a visit before it waits for the line's turn. */
export function publicationAt(review: Review, { publicationId, managersSeeAt, publishAt, zone }: PublicationSlot, now: string): VisitSpec {
  const early = managersSeeAt > now;
  const payload: PublicationPayload = { publicationId, publishAt, ...(early ? { managersSeeAt } : {}) };
  return { ...publicationVisit(review), timeout: 'moveOn', deadline: { at: early ? managersSeeAt : publishAt, zone }, remindBefore: [], payload: { ...payload } };
}

/** The result is published: the person acknowledges it, and the manager holds the interview 绩效面谈. */
export const enterResult: Enter = async (context, review) => ({
  step: 'result',
  open: [await acknowledgement(context, review, await acceptanceOf(context.tx, review, context.now)), await interview(context, review)],
  notices: [{ employeeId: review.employeeId, kind: 'result.published', link: `/reviews/${review.id}` }],
});

async function interview({ tx, now }: ProcessContext, review: Review): Promise<VisitSpec> {
  const assignees = await interviewersFor({ tx, now }, review);
  return { step: 'interview', assignees, subjectId: review.employeeId, ...(await timingOf(tx, review, 'interview', assignees[0]?.employeeId ?? null, now)) };
}
