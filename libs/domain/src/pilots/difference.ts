import type { EstimatedDifference } from '@fairmark/contracts/pilots';
import { Decimal } from 'decimal.js';
import { tQuantile } from './quantile.js';

/** Own precision: nobody's setting elsewhere changes a result. */
export const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
const PLACES = 6;

export const text = (value: Decimal): string => value.toDecimalPlaces(PLACES).toFixed();
export const mean = (values: readonly Decimal[]): Decimal => values.reduce((sum, value) => sum.plus(value), new Exact(0)).div(values.length);

/** Squared standard error of a mean: variance over n. */
function squaredError(values: readonly Decimal[]): Decimal {
  const middle = mean(values);
  return values.reduce((sum, value) => sum.plus(value.minus(middle).pow(2)), new Exact(0)).div(values.length - 1).div(values.length);
}

/**
 * Difference of two means with its 95 % interval after Welch: the groups may differ in size and spread. Degrees of freedom after Satterthwaite, rounded down. Without any spread the interval is the difference itself.
 * Each group needs two values or more.
 */
export function differenceOfMeans(first: readonly Decimal[], second: readonly Decimal[]): EstimatedDifference {
  const [a, b] = [squaredError(first), squaredError(second)];
  const total = a.plus(b);
  const weight = a.pow(2).div(first.length - 1).plus(b.pow(2).div(second.length - 1));
  const degreesOfFreedom = weight.isZero() ? first.length + second.length - 2 : Math.max(1, total.pow(2).div(weight).floor().toNumber());
  const difference = mean(first).minus(mean(second));
  const half = total.sqrt().times(tQuantile(degreesOfFreedom));
  return { difference: text(difference), low: text(difference.minus(half)), high: text(difference.plus(half)), degreesOfFreedom };
}

/** Whether zero lies outside the interval. */
export const excludesZero = ({ low, high }: EstimatedDifference): boolean => new Exact(low).gt(0) || new Exact(high).lt(0);
