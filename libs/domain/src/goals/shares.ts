import { goalsErrors } from '@fairmark/contracts/errors';
import { DomainError } from '../common/index.js';
import { apportion } from '../scoring/apportion.js';
import { WHOLE_BP } from './constants.js';

/**
 * Shares of a person's assignments. Rule: equal shares by largest remainder unless the assignments state them; assignments without a share divide what the
 * stated ones leave.
 * @throws DomainError `GOALS.SHARE_SUM` when stated shares do not come to 10,000, or leave nothing for the others
 */
export function sharesOf(stated: readonly (number | null)[]): number[] {
  const sumBp = stated.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  const open = stated.filter((share) => share === null).length;
  const left = WHOLE_BP - sumBp;
  if (open === 0 ? left !== 0 : left < open) throw new DomainError(goalsErrors.shareSum, { sumBp });
  const parts = apportion(left, stated.map((share) => (share === null ? 1 : 0)));
  return stated.map((share, index) => share ?? parts[index] ?? 0);
}
