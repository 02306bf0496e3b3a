import type { Period } from '@fairmark/contracts/calendar';
import type { ComposedSheet } from '@fairmark/contracts/goals';
import type { Judgement } from '@fairmark/contracts/scoring';
import type { ScoreInput } from '@fairmark/domain/scoring';
import { sql, type Executor } from '../database/index.js';
import { loadReviewData } from '../metrics/index.js';
import type { Reviewed } from './reviewed.js';
import { loadSegments, type ReviewSegment } from './segments.js';
import { sheetOfSegment } from './segmentSheet.js';

export interface InputQuery {
  /** Null: the whole period, as its progress is shown. */
  segmentNo: number | null;
  judgements: readonly Judgement[];
  rateAnyway?: boolean;
  /** The last day that counts while the period runs; else its end. */
  asOf?: string;
}

/** Everything a stretch of a review is scored with, as it is stored now. @throws when the review has no goals yet: such a review is not scored */
export async function loadScoreInput(tx: Executor, review: Reviewed, { segmentNo, judgements, rateAnyway, asOf }: InputQuery): Promise<ScoreInput> {
  const segments = await loadSegments(tx, review.id);
  const period = { from: review.periodStart, to: review.periodEnd };
  const window = upTo(windowOf(segments, segmentNo, period), asOf);
  const sheet = await sheetFor(tx, review, segments, segmentNo);
  const data = await loadReviewData(tx, { sheet, employeeId: review.employeeId, departmentId: review.departmentId, window });
  return { sheet, period, window, ...data, minQualityBp: review.plan.minQualityBp, judgements, collaboratorAnswers: await countAnswers(tx, review.id), rateAnyway: rateAnyway ?? false };
}

async function sheetFor(tx: Executor, review: Reviewed, segments: readonly ReviewSegment[], segmentNo: number | null): Promise<ComposedSheet> {
  if (!review.sheet) throw new Error(`Review ${review.id} has no sheet`);
  const segment = segments.find((one) => one.no === segmentNo);
  const several = segments.filter((one) => one.scored).length > 1;
  return several && segment ? sheetOfSegment(tx, review.plan, review.employeeId, review.sheet, segment.to, review.periodStart) : review.sheet;
}

/** The stretch, or everything from the first stretch to the last where only one is scored: short stretches around it give an opinion only. */
function windowOf(segments: readonly ReviewSegment[], segmentNo: number | null, period: Period): Period {
  const segment = segments.find((one) => one.no === segmentNo);
  if (segment && segments.filter((one) => one.scored).length > 1) return { from: segment.from, to: segment.to };
  return { from: segments[0]?.from ?? period.from, to: segments.at(-1)?.to ?? period.to };
}

const upTo = (window: Period, asOf: string | undefined): Period => (asOf === undefined || asOf >= window.to ? window : { from: window.from, to: asOf < window.from ? window.from : asOf });

async function countAnswers(tx: Executor, reviewId: string): Promise<number> {
  return (await tx.one(sql<{ n: number }>`select count(*)::integer as n from collaborator_inputs where review_id = ${reviewId} and answered_at is not null`))?.n ?? 0;
}
