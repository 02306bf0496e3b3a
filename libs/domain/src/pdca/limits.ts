import { pdcaErrors } from '@fairmark/contracts/errors';
import type { ChangeLimits } from '@fairmark/contracts/pdca';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { changesBetween, type ItemChange } from './changes.js';
import { isDeepEqual } from './equal.js';
import { nextQuarter } from './quarters.js';

/** A version that a quarter has brought and what it changed, as written down when it was adopted. */
export interface AdoptedVersion {
  quarter: string;
  source: 'adjust' | 'revert';
  changes: readonly ItemChange[];
}

export interface LimitViolation {
  code: string;
  details: Readonly<Record<string, string | number>>;
}

/** The step from one document to the next, in a quarter, after what was adopted before. */
export interface LimitInput {
  before: PlanDocument;
  after: PlanDocument;
  quarter: string;
  history: readonly AdoptedVersion[];
  limits: ChangeLimits;
}

/**
 * What a new version breaks of the limits on changing the plan; empty when it may be adopted. One new version a quarter; per sheet at most two indicators replaced and 2,000 bp moved;
 * an indicator changed last quarter is locked unless it goes back to what it was before.
 */
export function limitViolations({ before, after, quarter, history, limits }: LimitInput): LimitViolation[] {
  const found: LimitViolation[] = [];
  const used = history.filter((version) => version.quarter === quarter && version.source === 'adjust').length;
  if (used >= limits.versionsPerQuarter) found.push({ code: pdcaErrors.versionsUsedUp, details: { used, limit: limits.versionsPerQuarter } });
  const last = history.filter((version) => version.source === 'adjust' && nextQuarter(version.quarter) === quarter).flatMap((version) => version.changes);
  for (const { sheetId, items, replaced, movedBp } of changesBetween(before, after)) {
    if (replaced > limits.replacedPerSheet) found.push({ code: pdcaErrors.tooManyReplaced, details: { sheetId, replaced, limit: limits.replacedPerSheet } });
    if (movedBp > limits.movedBpPerSheet) found.push({ code: pdcaErrors.tooMuchMoved, details: { sheetId, movedBp, limit: limits.movedBpPerSheet } });
    for (const item of items) if (isLocked(item, last)) found.push({ code: pdcaErrors.locked, details: { sheetId, indicatorId: item.indicatorId } });
  }
  return found;
}

function isLocked(item: ItemChange, last: readonly ItemChange[]): boolean {
  const earlier = last.find((change) => change.sheetId === item.sheetId && change.indicatorId === item.indicatorId);
  return earlier !== undefined && !isDeepEqual(earlier.before, item.after);
}
