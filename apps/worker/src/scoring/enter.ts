import type { VisitSpec } from '@fairmark/domain/process';
import { scorersOf } from '@fairmark/persistence/reviews';
import type { ReviewSegment } from '@fairmark/persistence/scoring';
import { underItsVersion } from '../planMoves/waiting.js';
import type { ProcessContext } from '../processes/index.js';
import { timingOf } from '../reviews/deadlines.js';
import type { Enter, Entry } from '../reviews/enter.js';
import type { Review } from '../reviews/review.js';
import { factsAtPeriodEnd } from './facts.js';
import { notRated } from './finish.js';
import { opinionVisits } from './opinion.js';

/**
 * Opens scoring as of the end of the period: one visit for each stretch that is scored, for the manager of that stretch; managers of short ones
 * are asked for an opinion. Who was present for less than a third of the period is not rated and goes on to calibration as such.
 */
export const enterScoring: Enter = underItsVersion('scoring', async (context, launched) => {
  const { review, present, scored, short } = await factsAtPeriodEnd(context, launched);
  if (!present) return notRated(context, review, { reason: 'absent', decidedBy: null });
  const visits: VisitSpec[] = [];
  for (const segment of scored) visits.push(await scoringVisit(context, review, segment));
  return { step: 'scoring', open: [...visits, ...(await opinionVisits(context, review, short, visits))] };
});

/** One visit for a stretch that is scored. */
export async function scoringVisit(context: ProcessContext, review: Review, segment: ReviewSegment): Promise<VisitSpec> {
  const assignees = await scorersOf(context, review, segment);
  const timing = await timingOf(context.tx, review, 'scoring', assignees[0]?.employeeId ?? null, context.now, 'scoring');
  return { step: 'scoring', assignees, subjectId: review.employeeId, ...timing, payload: { segmentNo: segment.no } };
}

/** What an appeal sends back to scoring: only these items, by the named scorer. */
export interface RescoringOrder {
  /** Item ids of the composed sheet. */
  items: string[];
  scorerId: string;
  appealId: string;
}

/**
 * Opens scoring of the named items again; the review stays in its step. When it is done the appeal gets the event `rescored` with
 * `{reviewId, totalCenti, band, scoreSheetId}`, and nothing of the rating has changed: the panel decides.
 */
export async function enterRescoring({ tx, now }: ProcessContext, review: Review, order: RescoringOrder): Promise<Entry> {
  const timing = await timingOf(tx, review, 'rescoring', order.scorerId, now);
  return { open: [{ step: 'rescoring', assignees: [{ employeeId: order.scorerId, why: 'scorer' }], subjectId: review.employeeId, ...timing, payload: { ...order } }] };
}
