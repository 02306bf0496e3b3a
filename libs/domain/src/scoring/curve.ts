import type { Curve } from '@fairmark/contracts/plans';
import type { ScoreStep } from '@fairmark/contracts/scoring';
import { Rational } from './rational.js';
import { factor, points, stepOf } from './steps.js';

/** Scores never leave 0 to 120 points, whatever a curve says. */
const MAX_CENTI = 12_000;

/** A computed indicator without a curve scores its achievement: 100 % are 100 points, at most 120. */
export const plainCurve: Curve = { kind: 'linear', points: [{ achievementBp: 0, scoreCenti: 0 }, { achievementBp: 12_000, scoreCenti: 12_000 }] };

/** Score of an achievement (linear curve) or of a distance to the target (step curve), not yet rounded. */
export function onCurve(curve: Curve, input: Rational): { score: Rational; step: ScoreStep } {
  return curve.kind === 'linear' ? onLine(curve, input) : onSteps(curve, input);
}

function onLine({ points: knots }: Extract<Curve, { kind: 'linear' }>, achievement: Rational): { score: Rational; step: ScoreStep } {
  const at = (index: number) => knots[index] as (typeof knots)[number];
  const next = knots.findIndex((knot) => achievement.compare(factor(knot.achievementBp)) < 0);
  if (next <= 0) return flat(points(at(next === 0 ? 0 : knots.length - 1).scoreCenti), { achievement });
  const [low, high] = [at(next - 1), at(next)];
  const [x0, x1, y0, y1] = [factor(low.achievementBp), factor(high.achievementBp), points(low.scoreCenti), points(high.scoreCenti)];
  const score = clamped(y0.plus(y1.minus(y0).times(achievement.minus(x0)).dividedBy(x1.minus(x0))));
  return { score, step: stepOf('curve', 'y0 + (y1 − y0) × (achievement − x0) ÷ (x1 − x0)', { achievement, x0, x1, y0, y1 }, score) };
}

function onSteps(curve: Extract<Curve, { kind: 'step' }>, difference: Rational): { score: Rational; step: ScoreStep } {
  const reached = curve.steps.find((step) => difference.compare(Rational.parse(step.minDifference)) >= 0);
  if (!reached) return flat(points(curve.otherwiseCenti), { difference });
  return flat(points(reached.scoreCenti), { difference, atLeast: Rational.parse(reached.minDifference) });
}

/** Outside the points, and on a step, the score does not depend on how far. */
function flat(at: Rational, inputs: Readonly<Record<string, Rational>>): { score: Rational; step: ScoreStep } {
  const score = clamped(at);
  return { score, step: stepOf('curve', 'points', { ...inputs, points: score }, score) };
}

function clamped(score: Rational): Rational {
  if (score.isNegative()) return Rational.of(0);
  return score.compare(points(MAX_CENTI)) > 0 ? points(MAX_CENTI) : score;
}
