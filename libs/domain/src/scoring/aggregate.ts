import type { Aggregation } from '@fairmark/contracts/plans';
import type { ScoreStep, SubPeriodValue } from '@fairmark/contracts/scoring';
import { assertNever } from '../common/index.js';
import { Rational, sumOf } from './rational.js';
import { stepOf } from './steps.js';

export interface Aggregated {
  value: Rational;
  step: ScoreStep;
}

/** Whether a sub-period met the target that belongs to each of them. */
export type Met = (value: Rational) => boolean;

/**
 * The values of the sub-periods, oldest first and at least one, as one value (rules §2). A weighted mean without weights, or with
 * weights that sum to zero, is a plain mean.
 */
export function aggregate(how: Aggregation, counted: readonly SubPeriodValue[], met: Met | null): Aggregated {
  const values = counted.map((one) => Rational.parse(one.value));
  const named = Object.fromEntries(values.map((value, index) => [`v${index + 1}`, value]));
  const sum = values.map((_, index) => `v${index + 1}`).join(' + ');
  switch (how) {
    case 'sum':
      return shown(sum, named, sumOf(values));
    case 'mean':
      return mean(values, named, sum);
    case 'weightedMean':
      return weightedMean(counted, values, named) ?? mean(values, named, sum);
    case 'last': {
      const last = values.at(-1) ?? Rational.of(0);
      return shown('last', { last }, last);
    }
    case 'shareOfSubPeriodsMet':
      return met ? shareMet(values, met) : mean(values, named, sum);
    default:
      return assertNever(how);
  }
}

const shown = (formula: string, inputs: Readonly<Record<string, Rational>>, value: Rational): Aggregated => ({ value, step: stepOf('aggregate', formula, inputs, value) });

function mean(values: readonly Rational[], named: Readonly<Record<string, Rational>>, sum: string): Aggregated {
  return shown(`(${sum}) ÷ ${values.length}`, named, sumOf(values).dividedBy(Rational.of(values.length)));
}

function weightedMean(counted: readonly SubPeriodValue[], values: readonly Rational[], named: Readonly<Record<string, Rational>>): Aggregated | null {
  const weights = counted.map((one) => (one.weight === null ? Rational.of(0) : Rational.parse(one.weight)));
  const all = sumOf(weights);
  if (all.isZero()) return null;
  const names = values.map((_, index) => index + 1);
  const formula = `(${names.map((n) => `v${n} × w${n}`).join(' + ')}) ÷ (${names.map((n) => `w${n}`).join(' + ')})`;
  const inputs = { ...named, ...Object.fromEntries(weights.map((weight, index) => [`w${index + 1}`, weight])) };
  return shown(formula, inputs, sumOf(values.map((value, index) => value.times(weights[index] ?? Rational.of(0)))).dividedBy(all));
}

function shareMet(values: readonly Rational[], met: Met): Aggregated {
  const inputs = { met: Rational.of(values.filter(met).length), counted: Rational.of(values.length) };
  return shown('met ÷ counted', inputs, inputs.met.dividedBy(inputs.counted));
}
