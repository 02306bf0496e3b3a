import { addDays, earlierEnd, later } from './dates.js';
import type { Dated, LocalDate } from './snapshot.js';

/** The value that holds on a day, or null. */
export function valueAt<T>(rows: readonly Dated<T>[], date: LocalDate): T | null {
  for (const row of rows) if (row.validFrom <= date && (row.validTo === null || date < row.validTo)) return row.value;
  return null;
}

/**
 * The rows after saying "from this day on it is `value`" (null: nothing holds). The row in force ends there; later rows, being known already,
 * stay. Saying what already holds changes nothing, so that repeating an import is without effect.
 */
export function setFrom<T>(rows: readonly Dated<T>[], from: LocalDate, value: T | null): Dated<T>[] {
  if (valueAt(rows, from) === value) return [...rows];
  const before = rows.filter((row) => row.validFrom < from).map((row) => ({ ...row, validTo: earlierEnd(row.validTo, from) }));
  const covering = rows.find((row) => row.validFrom <= from && (row.validTo === null || from < row.validTo));
  const after = rows.filter((row) => row.validFrom > from);
  const validTo = covering ? covering.validTo : (after[0]?.validFrom ?? null);
  return [...before, ...(value === null ? [] : [{ value, validFrom: from, validTo }]), ...after];
}

/** The rows inside employment: nothing before the first day, nothing after the last. */
export function clip<T>(rows: readonly Dated<T>[], hiredOn: LocalDate, leftOn: LocalDate | null): Dated<T>[] {
  const end = leftOn === null ? null : addDays(leftOn, 1);
  return rows
    .map((row) => ({ ...row, validFrom: later(row.validFrom, hiredOn), validTo: earlierEnd(row.validTo, end) }))
    .filter((row) => row.validTo === null || row.validFrom < row.validTo);
}

/** How one row of a line differs between two states of it; rows are known by `validFrom`. */
export type RowChange<T> =
  | { kind: 'insert'; row: Dated<T> }
  | { kind: 'remove'; row: Dated<T> }
  | { kind: 'end'; row: Dated<T>; validTo: LocalDate | null }
  | { kind: 'correct'; row: Dated<T>; value: T; validTo: LocalDate | null };

/** The fewest row changes that lead from one state of a line to another. */
export function diffRows<T>(old: readonly Dated<T>[], next: readonly Dated<T>[]): RowChange<T>[] {
  if (old.length === 0) return next.map((row) => ({ kind: 'insert', row }));
  const remaining = new Map(next.map((row) => [row.validFrom, row]));
  const changes: RowChange<T>[] = [];
  for (const row of old) {
    const same = remaining.get(row.validFrom);
    remaining.delete(row.validFrom);
    if (!same) changes.push({ kind: 'remove', row });
    else if (same.value !== row.value) changes.push({ kind: 'correct', row, value: same.value, validTo: same.validTo });
    else if (same.validTo !== row.validTo) changes.push({ kind: 'end', row, validTo: same.validTo });
  }
  for (const row of remaining.values()) changes.push({ kind: 'insert', row });
  return changes;
}
