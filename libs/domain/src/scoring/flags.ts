import { scoringErrors } from '@fairmark/contracts/errors';
import type { ComposedItem } from '@fairmark/contracts/goals';
import type { Indicator } from '@fairmark/contracts/plans';
import type { ScoreFlag } from '@fairmark/contracts/scoring';
import type { ScoreInput } from './input.js';
import { measure, type Measured } from './measure.js';
import { Rational } from './rational.js';

/** What the data of an item make people look at: gaps, invalid values, and a result that rises while its counter-indicator falls. */
export function flagsOf(input: ScoreInput, blockCode: string, item: ComposedItem, measured: Measured): ScoreFlag[] {
  const flag = (code: string, needsComment: boolean, details: Record<string, string>): ScoreFlag => ({ code, itemId: item.itemId, needsComment, details });
  const gap = measured.value !== null && measured.counted.length < measured.expected;
  return [
    ...(gap ? [flag(scoringErrors.subPeriodGap, false, { counted: String(measured.counted.length), expected: String(measured.expected) })] : []),
    ...(measured.leftOut.length > 0 ? [flag(scoringErrors.invalidValues, false, { leftOut: String(measured.leftOut.length) })] : []),
    ...counterFlag(input, blockCode, item).map((details) => flag(scoringErrors.counterIndicator, true, details)),
  ];
}

/**
 * Rule: the first and the last counted sub-period of each are compared; with a single one the indicator's baseline stands for the
 * first. "Rises" and "falls" mean better and worse in the direction of each.
 */
function counterFlag(input: ScoreInput, blockCode: string, { indicator, counter }: ComposedItem): Record<string, string>[] {
  if (!indicator || !counter) return [];
  const [own, other] = [movement(input, blockCode, indicator), movement(input, blockCode, counter)];
  if (!own || !other || own.better <= 0 || other.better >= 0) return [];
  return [{ counterIndicatorId: counter.id, from: own.from, to: own.to, counterFrom: other.from, counterTo: other.to }];
}

function movement(input: ScoreInput, blockCode: string, indicator: Indicator): { better: number; from: string; to: string } | null {
  const counted = measure(input, blockCode, { ...indicator, aggregation: 'last', lagging: undefined }, null).counted;
  const from = counted.length > 1 ? counted[0]?.value : indicator.realism?.baseline;
  const to = counted.at(-1)?.value;
  if (from === undefined || to === undefined) return null;
  const change = Rational.parse(to).compare(Rational.parse(from));
  return { better: indicator.direction === 'higher' ? change : -change, from, to };
}
