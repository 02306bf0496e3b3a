import type { TouchedItem } from '@fairmark/contracts/pdca';

/** Items that somebody typed, one `sheet/indicator` a line; undefined when a line is something else. An id of a sheet may itself contain a slash: the last one divides. */
export function touchedItems(typed: string): TouchedItem[] | undefined {
  const lines = typed.split('\n').map((line) => line.trim()).filter(Boolean);
  const items = lines.map((line) => /^(.+)\/([^/]+)$/.exec(line)).map((match) => ({ sheetId: match?.[1]?.trim() ?? '', indicatorId: match?.[2]?.trim() ?? '' }));
  return items.length > 0 && items.every(({ sheetId, indicatorId }) => sheetId !== '' && /^[a-z][A-Za-z0-9]{1,59}$/.test(indicatorId)) ? items : undefined;
}
