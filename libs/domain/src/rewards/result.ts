import type { PlanDocument } from '@fairmark/contracts/plans';
import { coefficientOf, rewardFor, splitOff, type CoefficientInput } from './reward.js';
import { nextPayrollLine, type PayrollLine } from './lines.js';

/** What decides what a result pays. */
export interface ResultRewardInput extends CoefficientInput {
  /** Null while no base was imported. */
  readonly baseCents: number | null;
  readonly eligibleDays: number;
  readonly periodDays: number;
}

export interface ResultRewardAmount {
  readonly coefficientBp: number;
  readonly fullCents: number;
  /** Paid by the own result. */
  readonly ownCents: number;
  /** Goes to the team's pool. */
  readonly teamCents: number;
}

/** What a result pays; null without a base or without a coefficient. A shadow result gives nothing to the team: it has no effect on anybody's pay. */
export function resultReward(plan: Pick<PlanDocument, 'reward' | 'buffer'>, input: ResultRewardInput): ResultRewardAmount | null {
  const coefficientBp = coefficientOf(plan, input);
  if (coefficientBp === null || input.baseCents === null) return null;
  const { baseCents, eligibleDays, periodDays } = input;
  const fullCents = rewardFor({ baseCents, coefficientBp, eligibleDays, periodDays });
  return { coefficientBp, fullCents, ...splitOff(fullCents, input.shadow ? 0 : plan.reward.teamShareBp) };
}

/**
 * The next line for payroll of a result that may be held by an appeal. A held reward that was not paid yet comes as a full line of 0 and later as a difference;
 * what was paid before the appeal is not taken back while it is open.
 */
export function duePayrollLine(reviewId: string, exported: readonly PayrollLine[], dueCents: number, held: boolean): PayrollLine | null {
  if (held && exported.length > 0) return null;
  return nextPayrollLine(reviewId, exported, held ? 0 : dueCents);
}
