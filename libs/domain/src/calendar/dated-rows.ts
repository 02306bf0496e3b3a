import type { DatedRange } from '@fairmark/contracts/calendar';
import { addDays, daysBetween, earlierDate, laterDate } from './dates.js';

/** Whether a dated row holds on `date`: `validFrom` belongs to it, `validTo` does not. */
export function covers(row: DatedRange, date: string): boolean {
  return row.validFrom <= date && (row.validTo === null || date < row.validTo);
}

/** The row that holds on `date`. Rows of one question cannot overlap, so there is at most one. */
export function asOf<T extends DatedRange>(rows: readonly T[], date: string): T | undefined {
  return rows.find((row) => covers(row, date));
}

/** All rows that hold on `date`, for questions with several answers such as community assignments. */
export function allAsOf<T extends DatedRange>(rows: readonly T[], date: string): T[] {
  return rows.filter((row) => covers(row, date));
}

/** Whether two dated rows share a day. */
export function overlap(a: DatedRange, b: DatedRange): boolean {
  return (b.validTo === null || a.validFrom < b.validTo) && (a.validTo === null || b.validFrom < a.validTo);
}

/** The days (both ends included) that a dated row shares with the days `from` … `to`, or `undefined`. */
export function clip(row: DatedRange, from: string, to: string): { from: string; to: string } | undefined {
  const first = laterDate(row.validFrom, from);
  const last = row.validTo === null ? to : earlierDate(addDays(row.validTo, -1), to);
  return daysBetween(first, last) < 0 ? undefined : { from: first, to: last };
}
