import type { PlanDocument, Sheet, SheetItem } from '@fairmark/contracts/plans';
import { isDeepEqual } from './equal.js';

/** One item of one sheet that is different. `before` and `after` are null where the sheet did not or does not have it. `sheetId` is that of the later document, for a sheet that is gone that of the earlier. */
export interface ItemChange {
  sheetId: string;
  indicatorId: string;
  before: SheetItem | null;
  after: SheetItem | null;
}

/** What changes in one sheet. */
export interface SheetChange {
  sheetId: string;
  items: ItemChange[];
  /** Indicators that take the place of others: the larger of those that go and those that come. */
  replaced: number;
  /** Half the sum of absolute weight changes, in basis points, rounded up. */
  movedBp: number;
}

/**
 * What changes from one document to the next, sheet by sheet. Sheets are the same when they are for the same people, whatever their id. A new sheet for one community is held against the sheet
 * for a type and stage that it is nearest to, because one of those counted for its people before. A new sheet for a type or position that had none changes nothing for anybody. A sheet that is gone loses all its items.
 * An indicator whose definition changes counts as changed in every sheet that uses it.
 */
export function changesBetween(before: PlanDocument, after: PlanDocument): SheetChange[] {
  const redefined = redefinedIndicators(before, after);
  const changed = after.sheets.flatMap((sheet) => {
    const earlier = counterpart(before, sheet);
    return earlier ? [sheetChange(sheet.id, earlier.items, sheet.items, redefined)] : [];
  });
  const gone = before.sheets.filter((sheet) => !after.sheets.some((other) => isDeepEqual(other.for, sheet.for))).map((sheet) => sheetChange(sheet.id, sheet.items, [], redefined));
  return [...changed, ...gone].filter((change) => change.items.length > 0);
}

function redefinedIndicators(before: PlanDocument, after: PlanDocument): Set<string> {
  const known = new Map(before.indicators.map((indicator) => [indicator.id, indicator]));
  return new Set(after.indicators.filter((indicator) => known.has(indicator.id) && !isDeepEqual(known.get(indicator.id), indicator)).map((indicator) => indicator.id));
}

function counterpart(before: PlanDocument, sheet: Sheet): Sheet | undefined {
  const same = before.sheets.find((other) => isDeepEqual(other.for, sheet.for));
  if (same || sheet.for.kind !== 'community') return same;
  const types = before.sheets.filter((other) => other.for.kind === 'communityType');
  return types.reduce<Sheet | undefined>((nearest, other) => (!nearest || moved(other.items, sheet.items) < moved(nearest.items, sheet.items) ? other : nearest), undefined);
}

function sheetChange(sheetId: string, before: readonly SheetItem[], after: readonly SheetItem[], redefined: ReadonlySet<string>): SheetChange {
  const items = idsOf(before, after)
    .map((indicatorId): ItemChange => ({ sheetId, indicatorId, before: itemOf(before, indicatorId), after: itemOf(after, indicatorId) }))
    .filter((change) => redefined.has(change.indicatorId) || !isDeepEqual(change.before, change.after));
  const goes = items.filter((item) => item.after === null).length;
  const comes = items.filter((item) => item.before === null).length;
  return { sheetId, items, replaced: Math.max(goes, comes), movedBp: moved(before, after) };
}

/** Half the sum of absolute weight changes: whole basis points, because both sums are equal in documents that are free of errors. */
function moved(before: readonly SheetItem[], after: readonly SheetItem[]): number {
  const sum = idsOf(before, after).reduce((total, id) => total + Math.abs((itemOf(before, id)?.weightBp ?? 0) - (itemOf(after, id)?.weightBp ?? 0)), 0);
  return after.length === 0 ? sum : Math.ceil(sum / 2);
}

const idsOf = (before: readonly SheetItem[], after: readonly SheetItem[]): string[] => [...new Set([...before, ...after].map((item) => item.indicatorId))];
const itemOf = (items: readonly SheetItem[], id: string): SheetItem | null => items.find((item) => item.indicatorId === id) ?? null;
