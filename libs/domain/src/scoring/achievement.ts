import { scoringErrors } from '@fairmark/contracts/errors';
import type { Indicator } from '@fairmark/contracts/plans';
import type { ScoreStep } from '@fairmark/contracts/scoring';
import { DomainError } from '../common/index.js';
import { Rational } from './rational.js';
import { stepOf } from './steps.js';

const zero = Rational.of(0);
const one = Rational.of(1);
const two = Rational.of(2);

export interface Shown {
  value: Rational;
  steps: ScoreStep[];
}

/** Whether a single value reaches a target, in the direction of the indicator. */
export function meets(direction: Indicator['direction'], value: Rational, target: Rational): boolean {
  const difference = value.compare(target);
  return direction === 'higher' ? difference >= 0 : difference <= 0;
}

/**
 * Achievement as a share of the target: value ÷ target, or 2 − value ÷ target and never below 0 when lower is better.
 * @throws DomainError `SCORING.TARGET_ZERO` for a target of zero or below: such an indicator needs a step curve
 */
export function achievementOf(indicator: Indicator, value: Rational, target: Rational): Shown {
  if (indicator.aggregation === 'shareOfSubPeriodsMet') return { value, steps: [stepOf('achievement', 'value', { value }, value)] };
  if (target.compare(zero) <= 0) throw new DomainError(scoringErrors.targetZero, { indicatorId: indicator.id });
  const share = value.dividedBy(target);
  if (indicator.direction === 'higher') return { value: share, steps: [stepOf('achievement', 'value ÷ target', { value, target }, share)] };
  const mirrored = two.minus(share);
  const achievement = mirrored.isNegative() ? zero : mirrored;
  return { value: achievement, steps: [stepOf('achievement', 'max(0, 2 − value ÷ target)', { value, target }, achievement)] };
}

/**
 * Distance to the target for step curves, positive when better than it. For a share of sub-periods that met their target the distance
 * is to all of them, 1.
 */
export function differenceOf(indicator: Indicator, value: Rational, target: Rational): Shown {
  const goal = indicator.aggregation === 'shareOfSubPeriodsMet' ? one : target;
  const higher = indicator.direction === 'higher' || indicator.aggregation === 'shareOfSubPeriodsMet';
  const difference = higher ? value.minus(goal) : goal.minus(value);
  return { value: difference, steps: [stepOf('difference', higher ? 'value − target' : 'target − value', { value, target: goal }, difference)] };
}
