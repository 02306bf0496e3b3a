import type { ScoreStep } from '@fairmark/contracts/scoring';
import { Rational } from './rational.js';

/** One shown step. `formula` uses the names of `inputs`, numbers, + − × ÷, parentheses, max( , ) and round( , 2). */
export function stepOf(step: ScoreStep['step'], formula: string, inputs: Readonly<Record<string, Rational>>, result: Rational): ScoreStep {
  return { step, formula, inputs: Object.fromEntries(Object.entries(inputs).map(([name, number]) => [name, number.show()])), result: result.show() };
}

/** Basis points as the factor that stands in formulas: 2,500 are 0.25. */
export const factor = (bp: number): Rational => Rational.of(bp, 10_000);

/** Centi-points as points. */
export const points = (centi: number): Rational => Rational.of(centi, 100);

/** Rounds points half up to 0.01 and shows it. This is the only rounding of an item, and of a total. */
export function rounded(name: 'score' | 'total', exact: Rational): { centi: number; step: ScoreStep } {
  const centi = Number(exact.times(Rational.of(100)).roundHalfUp());
  return { centi, step: stepOf('round', `round(${name}, 2)`, { [name]: exact }, points(centi)) };
}
