import type { Indicator, Measurement } from '@fairmark/contracts/plans';
import type { ComposedItem } from '@fairmark/contracts/goals';
import type { ScoreInput } from './input.js';
import { measure, type Measured } from './measure.js';
import { Rational, sumOf } from './rational.js';
import { factor, stepOf } from './steps.js';

type Term = Extract<Measurement, { kind: 'formula' }>['terms'][number];

/**
 * A composite coefficient: the weighted sum of other indicators of the same community, each with its own values and steps. One input
 * that is missing makes it missing. An input has no target of its own, so a share of sub-periods met is counted as their mean.
 */
export function measureFormula(input: ScoreInput, blockCode: string, terms: readonly Term[], item: ComposedItem): Measured {
  const parts = terms.map((term) => ({ term, measured: ofTerm(input, blockCode, term, item.inputs) }));
  const joined = {
    counted: parts.flatMap(({ measured }) => measured.counted),
    leftOut: parts.flatMap(({ measured }) => measured.leftOut),
    expected: parts.reduce((sum, { measured }) => sum + measured.expected, 0),
    toSupplement: parts.some(({ measured }) => measured.toSupplement),
  };
  const absent = parts.find(({ measured }) => measured.value === null);
  if (absent) return { state: absent.measured.state, value: null, ...joined, counted: [], steps: [] };
  const named = parts.map(({ term, measured }) => ({ id: term.indicatorId, value: measured.value ?? Rational.of(0), weight: factor(term.weightBp) }));
  const value = sumOf(named.map((one) => one.value.times(one.weight)));
  const formula = named.map((one) => `${one.id} × ${one.weight.show()}`).join(' + ');
  const step = stepOf('formula', formula, Object.fromEntries(named.map((one) => [one.id, one.value])), value);
  return { state: 'scored', value, ...joined, steps: [...parts.flatMap(({ measured }) => measured.steps), step] };
}

function ofTerm(input: ScoreInput, blockCode: string, term: Term, inputs: readonly Indicator[]): Measured {
  const indicator = inputs.find((one) => one.id === term.indicatorId);
  if (!indicator) return { state: 'missing', value: null, counted: [], leftOut: [], steps: [], expected: 1, toSupplement: false };
  return measure(input, blockCode, indicator, null);
}
