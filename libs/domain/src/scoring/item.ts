import { scoringErrors } from '@fairmark/contracts/errors';
import type { ComposedBlock, ComposedItem } from '@fairmark/contracts/goals';
import type { Indicator } from '@fairmark/contracts/plans';
import type { ItemScore, ScoreFlag, ScoreStep } from '@fairmark/contracts/scoring';
import { DomainError } from '../common/index.js';
import { achievementOf, differenceOf, meets } from './achievement.js';
import { onCurve, plainCurve } from './curve.js';
import { flagsOf } from './flags.js';
import { measureFormula } from './formula.js';
import { isJudged, type ScoreInput } from './input.js';
import { measure, type Measured } from './measure.js';
import { Rational } from './rational.js';
import { rounded, stepOf } from './steps.js';
import { subPeriodsIn } from './subPeriods.js';

/** An item before weights move, with the flags that its data raise. */
export interface ScoredItem {
  item: ComposedItem;
  score: ItemScore;
  flags: ScoreFlag[];
  toSupplement: boolean;
}

/** Scores one item of a block. @throws DomainError for a judgement out of range or a target that the curve cannot take */
export function scoreItem(input: ScoreInput, block: ComposedBlock, item: ComposedItem): ScoredItem {
  if (isJudged(item)) return { item, score: judgedScore(input, item), flags: [], toSupplement: false };
  const indicator = indicatorOf(item);
  const measured = measureItem(input, block.code, item, indicator);
  const flags = flagsOf(input, block.code, item, measured);
  return { item, score: computedScore(input, item, indicator, measured), flags, toSupplement: measured.toSupplement };
}

const empty = (item: ComposedItem): ItemScore => ({
  itemId: item.itemId, state: 'missing', weightBp: item.weightBp, effectiveWeightBp: item.weightBp, target: item.target, value: null, achievement: null, scoreCenti: null, values: [], leftOut: [], steps: [],
});

function judgedScore(input: ScoreInput, item: ComposedItem): ItemScore {
  const score = input.judgements.find((one) => one.itemId === item.itemId)?.score ?? null;
  if (score === null) return { ...empty(item), state: item.kind === 'collaboration' && input.collaboratorAnswers === 0 ? 'missing' : 'unjudged' };
  if (!Number.isInteger(score) || score < 0 || score > 100) throw new DomainError(scoringErrors.judgementOutOfRange, { itemId: item.itemId });
  const exact = Rational.of(score);
  const { centi, step } = rounded('score', exact);
  return { ...empty(item), state: 'scored', value: String(score), scoreCenti: centi, steps: [stepOf('judgement', 'judgement', { judgement: exact }, exact), step] };
}

function indicatorOf(item: ComposedItem): Indicator {
  if (!item.indicator) throw new DomainError(scoringErrors.unknownItem, { itemId: item.itemId });
  return item.indicator;
}

function measureItem(input: ScoreInput, blockCode: string, item: ComposedItem, indicator: Indicator): Measured {
  if (indicator.measurement.kind === 'formula') return measureFormula(input, blockCode, indicator.measurement.terms, item);
  const target = item.target;
  return measure(input, blockCode, indicator, target === null ? null : (value) => meets(indicator.direction, value, Rational.parse(target)));
}

function computedScore(input: ScoreInput, item: ComposedItem, indicator: Indicator, measured: Measured): ItemScore {
  const known = { ...empty(item), values: measured.counted, leftOut: measured.leftOut, steps: measured.steps };
  if (isBlocked(input, item, indicator)) return { ...known, state: 'qualityBlocked', value: measured.value?.show() ?? null };
  if (!measured.value) return { ...known, state: measured.state };
  if (item.target === null) throw new DomainError(scoringErrors.targetZero, { itemId: item.itemId });
  const target = targetFor(input, indicator, measured, Rational.parse(item.target));
  const curve = indicator.curve ?? plainCurve;
  const reached = curve.kind === 'linear' ? achievementOf(indicator, measured.value, target.value) : differenceOf(indicator, measured.value, target.value);
  const placed = onCurve(curve, reached.value);
  const { centi, step } = rounded('score', placed.score);
  const steps = [...measured.steps, ...target.steps, ...reached.steps, placed.step, step];
  return { ...known, state: 'scored', value: measured.value.show(), achievement: curve.kind === 'linear' ? reached.value.show() : null, scoreCenti: centi, steps };
}

/** Data under the quality limit block the indicator, and a formula by any of its inputs, until corrected or accepted. */
function isBlocked(input: ScoreInput, item: ComposedItem, indicator: Indicator): boolean {
  const ids = new Set([indicator.id, ...(indicator.measurement.kind === 'formula' ? item.inputs.map((one) => one.id) : [])]);
  return input.quality.some((one) => ids.has(one.indicatorId) && one.qualityBp < input.minQualityBp && !one.accepted);
}

/**
 * The target of a sum was agreed for all sub-periods of the period. Where only some of them are counted (a segment after a transfer, or
 * a gap) their share of the target counts: otherwise a missing value would be a zero.
 */
function targetFor(input: ScoreInput, indicator: Indicator, { counted }: Measured, target: Rational): { value: Rational; steps: ScoreStep[] } {
  const planned = subPeriodsIn(indicator.subPeriod, input.period);
  if (indicator.aggregation !== 'sum' || indicator.lagging || indicator.measurement.kind === 'formula' || counted.length >= planned) return { value: target, steps: [] };
  const [part, whole] = [Rational.of(counted.length), Rational.of(planned)];
  const value = target.times(part).dividedBy(whole);
  return { value, steps: [stepOf('target', 'target × counted ÷ planned', { target, counted: part, planned: whole }, value)] };
}
