import { pdcaErrors } from '@fairmark/contracts/errors';
import type { TouchedItem } from '@fairmark/contracts/pdca';
import type { PlanDocument, Sheet } from '@fairmark/contracts/plans';
import { DomainError } from '../common/index.js';
import type { ItemChange } from './changes.js';

/**
 * The document in which the touched items stand again as they were before the version: reverting is a new version, never the old one again. Definitions of indicators go back to `before` too
 * where a reverted item uses them.
 * @throws {DomainError} `PDCA.REVERT_UNBALANCED` when the weights of a sheet would no longer sum to 100 %: its adjustments can only be reverted together
 */
export function revertItems(before: PlanDocument, present: PlanDocument, changes: readonly ItemChange[], touches: readonly TouchedItem[]): PlanDocument {
  const back = changes.filter((change) => touches.some((touch) => touch.sheetId === change.sheetId && touch.indicatorId === change.indicatorId));
  const ids = new Set(back.map((change) => change.indicatorId));
  const earlier = before.indicators.filter((indicator) => ids.has(indicator.id));
  const indicators = [...present.indicators.map((indicator) => earlier.find(({ id }) => id === indicator.id) ?? indicator), ...earlier.filter(({ id }) => !present.indicators.some((indicator) => indicator.id === id))];
  return { ...present, indicators, sheets: present.sheets.map((sheet) => revertSheet(sheet, back.filter((change) => change.sheetId === sheet.id))) };
}

function revertSheet(sheet: Sheet, changes: readonly ItemChange[]): Sheet {
  if (changes.length === 0) return sheet;
  const kept = sheet.items.flatMap((item) => {
    const change = changes.find(({ indicatorId }) => indicatorId === item.indicatorId);
    return change ? (change.before ? [change.before] : []) : [item];
  });
  const items = [...kept, ...changes.flatMap(({ before, after }) => (before && !after ? [before] : []))];
  const sum = items.reduce((total, item) => total + item.weightBp, 0);
  if (sum !== 10_000) throw new DomainError(pdcaErrors.revertUnbalanced, { sheetId: sheet.id, sum });
  return { ...sheet, items };
}
