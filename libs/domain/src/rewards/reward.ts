import type { PlanDocument } from '@fairmark/contracts/plans';
import { rewardsErrors } from '@fairmark/contracts/errors';
import type { ImprovementState } from '../buffers/index.js';
import { DomainError } from '../common/index.js';
import { apportion } from '../scoring/apportion.js';
import { Rational } from '../scoring/rational.js';

export interface RewardInput {
  /** Base of the person for the whole period, imported. */
  readonly baseCents: number;
  /** Coefficient of the final band; 10,000 bp are 100 %. */
  readonly coefficientBp: number;
  readonly eligibleDays: number;
  readonly periodDays: number;
}

/**
 * Rule: base × coefficient × eligible days ÷ period days, rounded half up to the cent once.
 * @throws DomainError `REWARD.BAD_INPUT` for figures that are not whole, negative, or more eligible days than the period has
 */
export function rewardFor({ baseCents, coefficientBp, eligibleDays, periodDays }: RewardInput): number {
  const whole = [baseCents, coefficientBp, eligibleDays, periodDays].every((figure) => Number.isSafeInteger(figure) && figure >= 0);
  if (!whole || periodDays === 0 || eligibleDays > periodDays) throw new DomainError(rewardsErrors.badInput, { eligibleDays, periodDays, coefficientBp });
  const product = BigInt(baseCents) * BigInt(coefficientBp) * BigInt(eligibleDays);
  return Number(Rational.of(product, 10_000n * BigInt(periodDays)).roundHalfUp());
}

/** Splits a reward into what the own result pays and what goes to the team: the team's part is rounded half up, nothing is lost. */
export function splitOff(fullCents: number, teamShareBp: number): { ownCents: number; teamCents: number } {
  const teamCents = Number(Rational.of(BigInt(fullCents) * BigInt(teamShareBp), 10_000).roundHalfUp());
  return { ownCents: fullCents - teamCents, teamCents };
}

/** A member of a team as the pool is split. */
export interface PoolMember {
  readonly employeeId: string;
  readonly baseCents: number;
}

/**
 * Splits a team's pool. Rule: equally or by base, the total is conserved by largest remainder; equal remainders go to the member
 * listed first. Nobody in the team, or all bases zero when split by base: `REWARD.EMPTY_TEAM`.
 */
export function splitPool(poolCents: number, members: readonly PoolMember[], split: 'equally' | 'byBase'): { employeeId: string; cents: number }[] {
  const weights = members.map((member) => (split === 'equally' ? 1 : member.baseCents));
  if (poolCents > 0 && weights.every((weight) => weight === 0)) throw new DomainError(rewardsErrors.emptyTeam, { members: members.length });
  const parts = apportion(poolCents, weights);
  return members.map((member, index) => ({ employeeId: member.employeeId, cents: parts[index] ?? 0 }));
}

/** What decides a person's coefficient. */
export interface CoefficientInput {
  readonly band: string | null;
  readonly shadow: boolean;
  /** Result under the previous plan, imported with the base. */
  readonly previousResultBp: number | null;
  /** Where the result stands in an improvement buffer; null or left out without one. */
  readonly improvement?: ImprovementState | null;
}

/**
 * Coefficient in basis points; null when there is nothing to pay by (not rated, or a shadow cycle without the previous result).
 * Rule: a shadow result pays by the previous plan's result or a guaranteed coefficient, whatever the band; one in an improvement
 * buffer pays by what the plan's buffer rule says, until its consequence is in effect.
 */
export function coefficientOf(plan: Pick<PlanDocument, 'reward' | 'buffer'>, { band, shadow, previousResultBp, improvement = null }: CoefficientInput): number | null {
  if (shadow) return plan.buffer.shadow.pay.kind === 'guaranteed' ? plan.buffer.shadow.pay.coefficientBp : previousResultBp;
  const { pay } = plan.buffer.improvement;
  if (pay && improvement !== null && improvement !== 'inEffect') return pay[`${improvement}Bp`];
  return plan.reward.coefficients.find((one) => one.band === band)?.coefficientBp ?? (band === null ? null : 0);
}
