import type { PlanDocument, RewardPreviewLine } from '@fairmark/contracts/plans';
import { rewardFor, splitOff } from '../rewards/reward.js';

/**
 * What each band of the plan would pay a person, highest first; shown before goals are agreed (effort → performance → reward).
 * `ownCents` is paid by the own result, `teamCents` goes to the team's pool.
 * @param baseCents the person's base for the period
 */
export function rewardPreview(plan: Pick<PlanDocument, 'bands' | 'reward'>, baseCents: number, days: { eligibleDays: number; periodDays: number }): RewardPreviewLine[] {
  return plan.bands.map((band) => {
    const coefficientBp = plan.reward.coefficients.find((one) => one.band === band.code)?.coefficientBp ?? 0;
    const fullCents = rewardFor({ baseCents, coefficientBp, ...days });
    return { band: band.code, name: band.name, coefficientBp, fullCents, ...splitOff(fullCents, plan.reward.teamShareBp) };
  });
}
