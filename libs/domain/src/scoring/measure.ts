import type { Indicator } from '@fairmark/contracts/plans';
import type { ItemState, ScoreStep, SubPeriodValue } from '@fairmark/contracts/scoring';
import { addDays, daysBetween } from '../calendar/dates.js';
import { aggregate, type Met } from './aggregate.js';
import type { ScoreInput } from './input.js';
import type { Rational } from './rational.js';
import { split, subPeriodsIn, valuesIn, type ChosenValues } from './subPeriods.js';

/** What the data say about one indicator of one block. `value` is null when it is missing or not due yet. */
export interface Measured {
  state: Extract<ItemState, 'scored' | 'missing' | 'notDueYet'>;
  value: Rational | null;
  counted: SubPeriodValue[];
  leftOut: SubPeriodValue[];
  steps: ScoreStep[];
  /** Sub-periods that the window has; more than counted ones is a gap. */
  expected: number;
  /** The value of this period is still to come, whether an older one counts or none. */
  toSupplement: boolean;
}

/** The value of a computed indicator in the window. Missing is never zero. */
export function measure(input: ScoreInput, blockCode: string, indicator: Indicator, met: Met | null): Measured {
  const all = input.values.filter((one) => one.blockCode === blockCode && one.indicatorId === indicator.id).flatMap((one) => one.values);
  return indicator.lagging ? lagging(input, indicator, indicator.lagging, all) : inWindow(input, indicator, all, met);
}

function inWindow(input: ScoreInput, indicator: Indicator, all: readonly SubPeriodValue[], met: Met | null): Measured {
  const chosen = valuesIn(indicator, all, input.period, input.window);
  const expected = subPeriodsIn(indicator.subPeriod, input.window);
  if (chosen.counted.length === 0) return nothing('missing', chosen, expected);
  const { value, step } = aggregate(indicator.aggregation, chosen.counted, met);
  return { state: 'scored', value, ...chosen, steps: [step], expected, toSupplement: false };
}

/** Long-term indicators: the latest valid value not older than the maximum age, however they add up otherwise. */
function lagging(input: ScoreInput, indicator: Indicator, { windowDays, maxAgeDays }: NonNullable<Indicator['lagging']>, all: readonly SubPeriodValue[]): Measured {
  const young = all.filter((one) => one.endsOn <= input.window.to && daysBetween(one.endsOn, input.window.to) <= maxAgeDays);
  const chosen = split(indicator, young);
  const due = addDays(input.period.from, windowDays) <= input.window.to;
  const latest = chosen.counted.at(-1);
  if (!latest) return nothing(due ? 'missing' : 'notDueYet', chosen, 1);
  const { value, step } = aggregate('last', [latest], null);
  return { state: 'scored', value, counted: [latest], leftOut: chosen.leftOut, steps: [step], expected: 1, toSupplement: !due && latest.endsOn < input.period.from };
}

function nothing(state: 'missing' | 'notDueYet', { leftOut }: ChosenValues, expected: number): Measured {
  return { state, value: null, counted: [], leftOut, steps: [], expected, toSupplement: state === 'notDueYet' };
}
