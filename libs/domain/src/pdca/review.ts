import { pdcaErrors } from '@fairmark/contracts/errors';
import { PdcaDimension, type ChangeLimits, type CompleteQuarterReview, type TouchedItem } from '@fairmark/contracts/pdca';
import type { ItemChange } from './changes.js';
import type { LimitViolation } from './limits.js';

/** What a review still lacks: each of the five dimensions once, and user research, which is an input of every review. */
export function reviewGaps({ findings, research }: CompleteQuarterReview): LimitViolation | undefined {
  const missing = PdcaDimension.options.filter((dimension) => findings.filter((finding) => finding.dimension === dimension).length !== 1);
  if (missing.length > 0) return { code: pdcaErrors.dimensionMissing, details: { missing: missing.join(',') } };
  return research.length === 0 ? { code: pdcaErrors.researchMissing, details: {} } : undefined;
}

/** Changes that no adjustment names: nothing changes without an expected effect that was written down first. */
export const uncoveredChanges = (changes: readonly ItemChange[], touches: readonly TouchedItem[]): ItemChange[] =>
  changes.filter((change) => !touches.some((touch) => touch.sheetId === change.sheetId && touch.indicatorId === change.indicatorId));

/** Whether one more quarter without change needs a written reason. `earlier`: outcomes of the quarters before, oldest first; true: it brought a change. */
export function unchangedNeedsReason(earlier: readonly boolean[], { quartersWithoutChange }: ChangeLimits): boolean {
  const needed = quartersWithoutChange - 1;
  return earlier.length >= needed && earlier.slice(earlier.length - needed).every((changed) => !changed);
}
