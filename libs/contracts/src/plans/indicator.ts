import { z } from 'zod';
import { BasisPoints, BilingualText, DecimalString } from '../common/index.js';

/** Code of an indicator inside a plan; it never contains a dot, so that `<communityCode>.<indicatorId>` is unique. */
export const IndicatorId = z.string().regex(/^[a-z][A-Za-z0-9]{1,59}$/);

/** Percent and percentage point are different units: a share of 45 % that rises by 5 percentage points is 50 %. */
export const UNITS = ['percent', 'percentagePoint', 'count', 'cents', 'minutes', 'hours', 'days', 'points', 'ratio'] as const;
export const Unit = z.enum(UNITS).meta({ id: 'Unit' });
export type Unit = z.infer<typeof Unit>;

export const Direction = z.enum(['higher', 'lower']).meta({ id: 'Direction' });
export type Direction = z.infer<typeof Direction>;

/**
 * How the values of the sub-periods become one value. With `shareOfSubPeriodsMet` the target belongs to each sub-period and the
 * achievement is the share of sub-periods that met it.
 */
export const Aggregation = z.enum(['sum', 'mean', 'weightedMean', 'last', 'shareOfSubPeriodsMet']).meta({ id: 'Aggregation' });
export type Aggregation = z.infer<typeof Aggregation>;

/** 短期 or 长期指标. */
export const Horizon = z.enum(['short', 'long']).meta({ id: 'Horizon' });
export type Horizon = z.infer<typeof Horizon>;

/** The four dimensions of the balanced scorecard: 财务, 客户, 内部流程, 学习与成长. */
export const DIMENSIONS = ['financial', 'customer', 'process', 'learning'] as const;
export const Dimension = z.enum(DIMENSIONS).meta({ id: 'Dimension' });
export type Dimension = z.infer<typeof Dimension>;

/** Scores are centi-points: 12,000 are the 120.00 points at which every curve is clamped. */
export const ScoreCenti = z.int().min(0).max(12_000);

/** Points of the curve from achievement (10,000 bp are 100 %) to score; linear between them, flat outside. */
export const LinearCurve = z.object({
  kind: z.literal('linear'),
  points: z.array(z.object({ achievementBp: z.int().min(0).max(100_000), scoreCenti: ScoreCenti })).min(2).max(20),
});

/**
 * Steps by the distance to the target in the unit of the indicator, positive when better than the target whatever the direction.
 * The first step whose `minDifference` is reached counts, otherwise `otherwiseCenti`. Works for a target of 0.
 */
export const StepCurve = z.object({
  kind: z.literal('step'),
  steps: z.array(z.object({ minDifference: DecimalString, scoreCenti: ScoreCenti })).min(1).max(20),
  otherwiseCenti: ScoreCenti,
});
export const Curve = z.discriminatedUnion('kind', [LinearCurve, StepCurve]).meta({ id: 'Curve' });
export type Curve = z.infer<typeof Curve>;

/** What a whole number of points between 0 and 100 means for a judged indicator. */
export const Anchor = z.object({ score: z.int().min(0).max(100), text: BilingualText }).meta({ id: 'Anchor' });
export type Anchor = z.infer<typeof Anchor>;

/**
 * Where the value comes from: imported data; a person's judgement; or a formula, the weighted sum of other indicators of the same
 * community (the value-contribution coefficient 社群价值贡献系数), of which all inputs are shown.
 */
export const Measurement = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('computed') }),
    z.object({ kind: z.literal('judged'), anchors: z.array(Anchor).min(2).max(11) }),
    z.object({ kind: z.literal('formula'), terms: z.array(z.object({ indicatorId: IndicatorId, weightBp: BasisPoints })).min(2).max(10) }),
  ])
  .meta({ id: 'Measurement' });
export type Measurement = z.infer<typeof Measurement>;

/** Baseline of last period and growth of the market, from which the realism band of a target follows. */
export const Realism = z
  .object({ baseline: DecimalString, marketGrowthBp: z.int().min(-10_000).max(100_000), toleranceBp: BasisPoints })
  .meta({ id: 'Realism' });
export type Realism = z.infer<typeof Realism>;

/** A measured quantity 指标. */
export const Indicator = z
  .object({
    id: IndicatorId,
    name: BilingualText,
    description: BilingualText.optional(),
    unit: Unit,
    direction: Direction,
    aggregation: Aggregation,
    subPeriod: z.enum(['week', 'month', 'period']).default('month'),
    horizon: Horizon,
    dimension: Dimension,
    source: BilingualText,
    validity: z.object({ min: DecimalString, max: DecimalString }),
    /** A long-term indicator: a value is due `windowDays` after measuring began, the latest one not older than `maxAgeDays` counts. */
    lagging: z.object({ windowDays: z.int().min(1).max(1_000), maxAgeDays: z.int().min(1).max(1_000) }).optional(),
    counterIndicatorId: IndicatorId.optional(),
    measurement: Measurement,
    /** Left out for judged indicators: the judgement is the score. */
    curve: Curve.optional(),
    realism: Realism.optional(),
  })
  .meta({ id: 'Indicator' });
export type Indicator = z.infer<typeof Indicator>;
