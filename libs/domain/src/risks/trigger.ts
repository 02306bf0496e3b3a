import type { WarningRule } from '@fairmark/contracts/risks';
import { Decimal } from 'decimal.js';

/**
 * Since when a risk shows, after its measure was read at `now`: the earlier instant while it stays beyond the limit, null once it is back inside. A measure without a value changes nothing: missing is neither alarm nor all-clear. Reaching the limit is not
 * beyond it.
 */
export function nextTrigger({ comparison, limit }: Pick<WarningRule, 'comparison' | 'limit'>, value: string | null, since: string | null, now: string): string | null {
  if (value === null) return since;
  const read = new Decimal(value);
  const beyond = comparison === 'above' ? read.gt(limit) : read.lt(limit);
  return beyond ? (since ?? now) : null;
}
