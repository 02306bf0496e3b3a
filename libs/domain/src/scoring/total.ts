import type { ItemScore, ScoreStep } from '@fairmark/contracts/scoring';
import { Rational, sumOf } from './rational.js';
import { factor, points, rounded, stepOf } from './steps.js';

export interface Total {
  centi: number;
  steps: ScoreStep[];
}

/** The weighted total of the shown scores, rounded half up once: whoever has the page and a calculator gets the same number. */
export function totalOf(items: readonly ItemScore[]): Total {
  const counted = items.filter((item) => item.effectiveWeightBp > 0);
  return weighted(counted.map((item) => ({ centi: item.scoreCenti ?? 0, bp: item.effectiveWeightBp })));
}

/** Sum of scores times weights that sum to 10,000 bp, as a step with the names s1, w1, s2, … in the order given. */
export function weighted(parts: readonly { centi: number; bp: number }[]): Total {
  const exact = sumOf(parts.map(({ centi, bp }) => points(centi).times(factor(bp))));
  const inputs: Record<string, Rational> = {};
  parts.forEach(({ centi, bp }, index) => Object.assign(inputs, { [`s${index + 1}`]: points(centi), [`w${index + 1}`]: factor(bp) }));
  const formula = parts.map((_, index) => `s${index + 1} × w${index + 1}`).join(' + ');
  const { centi, step } = rounded('total', exact);
  return { centi, steps: [stepOf('total', formula, inputs, exact), step] };
}
