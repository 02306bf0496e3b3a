import { z } from 'zod';
import { BilingualText, DecimalString, Id, Instant, LocalDate, PersonRef } from '../common/index.js';
import { ComposedItem, ItemId } from '../goals/index.js';
import { ValueReport } from '../metrics/index.js';
import { Aggregation, Direction, Horizon, Unit } from '../plans/index.js';
import { Judgement, ScoreSubmission, SubPeriodValue } from './input.js';
import { ItemState, ScoreResult, ScoreStep } from './result.js';

/** Quality of an indicator's data in one sub-period, shown beside the value. Under the limit it blocks scoring until corrected or accepted. */
export const QualityMark = z
  .object({ indicatorId: z.string(), subPeriod: z.string(), qualityBp: z.int(), accepted: z.boolean(), blocks: z.boolean() })
  .meta({ id: 'QualityMark' });
export type QualityMark = z.infer<typeof QualityMark>;

/** How an item stands today. `scoreCenti` of a judged item is null until the person may see it. `trend` compares the last two sub-periods. */
export const ProgressItem = z
  .object({
    itemId: ItemId,
    name: BilingualText,
    kind: z.enum(['indicator', 'growth', 'collaboration', 'personalGoal']),
    judged: z.boolean(),
    weightBp: z.int(),
    horizon: Horizon,
    unit: Unit.nullable(),
    direction: Direction.nullable(),
    aggregation: Aggregation.nullable(),
    state: ItemState,
    target: DecimalString.nullable(),
    value: z.string().nullable(),
    achievement: z.string().nullable(),
    scoreCenti: z.int().nullable(),
    trend: z.enum(['up', 'down', 'flat']).nullable(),
    values: z.array(SubPeriodValue),
    leftOut: z.array(SubPeriodValue),
    steps: z.array(ScoreStep),
    quality: z.array(QualityMark),
  })
  .meta({ id: 'ProgressItem' });
export type ProgressItem = z.infer<typeof ProgressItem>;

export const ProgressBlock = z
  .object({ code: z.string(), kind: z.enum(['community', 'position', 'personal']), name: BilingualText, weightBp: z.int(), items: z.array(ProgressItem) })
  .meta({ id: 'ProgressBlock' });
export type ProgressBlock = z.infer<typeof ProgressBlock>;

/** A value of an earlier cycle that was not due when it was scored and has come since. It changes nothing there. */
export const Supplement = z
  .object({ reviewId: Id, periodEnd: LocalDate, itemId: ItemId, name: BilingualText, target: DecimalString.nullable(), value: SubPeriodValue.nullable() })
  .meta({ id: 'Supplement' });
export type Supplement = z.infer<typeof Supplement>;

/** Answer of `GET /api/reviews/:id/progress`. */
export const ProgressView = z
  .object({ reviewId: Id, periodStart: LocalDate, periodEnd: LocalDate, asOf: LocalDate, blocks: z.array(ProgressBlock), supplements: z.array(Supplement), reports: z.array(ValueReport), mayReport: z.boolean() })
  .meta({ id: 'ProgressView' });
export type ProgressView = z.infer<typeof ProgressView>;

/** One scored stretch of the period; people who did not move have one. */
export const ScoredSegment = z
  .object({ no: z.int(), from: LocalDate, to: LocalDate, weightBp: z.int(), scorer: PersonRef.nullable(), totalCenti: z.int().nullable(), result: ScoreResult, judgements: z.array(Judgement), comment: z.string() })
  .meta({ id: 'ScoredSegment' });
export type ScoredSegment = z.infer<typeof ScoredSegment>;

/**
 * Answer of `GET /api/reviews/:id/score`: how a score came about. `visible` says what the reader may see; `computed` leaves out judged
 * scores, total and band. `steps` join the segments.
 */
export const ScoreView = z
  .object({
    reviewId: Id,
    visible: z.enum(['computed', 'all']),
    items: z.array(ComposedItem),
    segments: z.array(ScoredSegment),
    steps: z.array(ScoreStep),
    totalCenti: z.int().nullable(),
    computedBand: z.string().nullable(),
    scoredAt: Instant.nullable(),
    notRatedReason: z.string().nullable(),
    rating: z.object({ source: z.string(), totalCenti: z.int().nullable(), band: z.string().nullable(), employeeReason: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'ScoreView' });
export type ScoreView = z.infer<typeof ScoreView>;

/** One row of the scorer's grid: a report, the sheet, what is computed so far, and the saved draft. Subject of the draft: `visit/<visitId>`. */
export const ScoringGridRow = z
  .object({
    reviewId: Id,
    employee: PersonRef,
    step: z.string(),
    state: z.enum(['notYet', 'open', 'waiting', 'submitted', 'notRated']),
    visitId: Id.nullable(),
    dueAt: Instant.nullable(),
    segmentNo: z.int().nullable(),
    items: z.array(ComposedItem),
    result: ScoreResult.nullable(),
    quality: z.array(QualityMark),
    selfReviewSubmitted: z.boolean().nullable(),
    draft: ScoreSubmission.nullable(),
    draftSavedAt: Instant.nullable(),
  })
  .meta({ id: 'ScoringGridRow' });
export type ScoringGridRow = z.infer<typeof ScoringGridRow>;

/** Answer of `GET /api/scoring/grid?cycleId`. */
export const ScoringGrid = z.object({ cycleId: Id, rows: z.array(ScoringGridRow) }).meta({ id: 'ScoringGrid' });
export type ScoringGrid = z.infer<typeof ScoringGrid>;

/** Query of `GET /api/scoring/grid`. */
export const ScoringGridQuery = z.object({ cycleId: Id }).meta({ id: 'ScoringGridQuery' });
export type ScoringGridQuery = z.infer<typeof ScoringGridQuery>;
