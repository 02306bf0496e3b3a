import type { Transition, VisitClosing } from '@fairmark/domain/process';
import { sql } from '@fairmark/persistence/database';
import { openVisits } from '@fairmark/persistence/process';
import { insertRating, joinedScore, saveSegmentScore, type JoinedScore } from '@fairmark/persistence/scoring';
import { enterCalibration } from '../calibration/enter.js';
import type { ProcessContext, VisitContext } from '../processes/index.js';
import { leadingTo, type Entry } from '../reviews/enter.js';
import type { Review } from '../reviews/review.js';

/** How the scoring of one stretch ended; `totalCenti` null was decided to be not rated. */
export interface SegmentOutcome {
  segmentNo: number;
  by: string;
  totalCenti: number | null;
  scoreSheetId: string | null;
}

/** Records a stretch and, when it was the last one that somebody still works on, the result of the review. */
export async function finishSegment(context: VisitContext, review: Review, outcome: SegmentOutcome, transition: Transition): Promise<Transition> {
  const { tx, now, visit } = context;
  await saveSegmentScore(tx, review.id, { no: outcome.segmentNo, scorerId: outcome.by, totalCenti: outcome.totalCenti, scoreSheetId: outcome.scoreSheetId }, now);
  const others = (await openVisits(tx, visit.workflowId)).filter((one) => one.id !== visit.id && ['scoring', 'ratability'].includes(one.step));
  if (others.length > 0) return transition;
  const complete = { ...transition, close: [...(transition.close ?? []), ...(await lateOpinions(context))] };
  const joined = await joinedScore(tx, review.id, review.plan.bands);
  return leadingTo(complete, joined ? await rated(context, review, joined, outcome.by) : await notRated(context, review, { reason: 'notRatable', decidedBy: outcome.by }));
}

/** What nobody said while the person was scored is not waited for. */
async function lateOpinions({ tx, visit }: VisitContext): Promise<VisitClosing[]> {
  const open = await openVisits(tx, visit.workflowId);
  return open.filter((one) => one.step === 'opinion').map((one) => ({ visitId: one.id, outcome: 'notGiven' }));
}

/** The computed total and band become the first entry of the rating record; calibration changes only the band, by a later entry. */
async function rated(context: ProcessContext, review: Review, score: JoinedScore, decidedBy: string): Promise<Entry> {
  const { tx, now } = context;
  const { totalCenti, band, scoreSheetId } = score;
  const ratingId = await insertRating(tx, review.id, { source: 'computed', totalCenti, band, scoreSheetId, reason: null, decidedBy }, now);
  await tx.run(sql`update reviews set scored_at = ${now}, not_rated_reason = null where id = ${review.id}`);
  const entry = await enterCalibration(context, { ...review, notRatedReason: null });
  return { ...entry, audit: [...(entry.audit ?? []), { action: 'scores.computed', object: review.id, after: { ratingId, scoreSheetId, totalCenti, band } }] };
}

/** The review has no result: absent for most of the period, or decided by HR and the department head. */
export async function notRated(context: ProcessContext, review: Review, { reason, decidedBy }: { reason: 'absent' | 'notRatable'; decidedBy: string | null }): Promise<Entry> {
  const { tx, now } = context;
  const ratingId = await insertRating(tx, review.id, { source: 'notRated', totalCenti: null, band: null, scoreSheetId: null, reason, decidedBy }, now);
  await tx.run(sql`update reviews set scored_at = ${now}, not_rated_reason = ${reason} where id = ${review.id}`);
  const entry = await enterCalibration(context, { ...review, notRatedReason: reason });
  return { ...entry, audit: [...(entry.audit ?? []), { action: 'scores.notRated', object: review.id, after: { ratingId, reason } }] };
}
