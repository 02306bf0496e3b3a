import type { LocalDate } from './snapshot.js';

const day = 86_400_000;
/** An organisation has many rows and few dates: one string for each saves a third of the memory of a large import. */
const keptDates = 20_000;
const parsed = new Map<string, LocalDate | null>();
const written = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;

/**
 * A date as people and spreadsheets write it, year first: `2026-01-05`, `2026/1/5`, `2026.1.5`, `2026年1月5日`. Null when it is none or
 * does not exist. Day-first and month-first forms are refused: nobody can tell them apart.
 */
export function parseDate(text: string): LocalDate | null {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const date = parse(text);
  if (parsed.size < keptDates) parsed.set(text, date);
  return date;
}

function parse(text: string): LocalDate | null {
  const match = written.exec(text);
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const instant = new Date(Date.UTC(year, month - 1, date));
  const exists = year >= 1900 && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === date;
  return exists ? instant.toISOString().slice(0, 10) : null;
}

/** The date `days` later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

/** The later of two dates. */
export function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

/** The earlier of two ends, where null is never. */
export function earlierEnd(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null) return b;
  return b === null || a < b ? a : b;
}
