import { addDays, isoWeekday } from '../calendar/dates.js';

/** A sub-period with its days; both ends belong to it. */
export interface SubPeriod {
  label: string;
  startsOn: string;
  endsOn: string;
}

const month = (year: number, index: number): string => `${year + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;

const monthsFrom = (year: number, first: number, count: number) => ({ startsOn: month(year, first), endsOn: addDays(month(year, first + count), -1) });

function week(year: number, no: number): { startsOn: string; endsOn: string } {
  // ISO 8601: the week with 4 January is the first.
  const fourth = `${year}-01-04`;
  const startsOn = addDays(fourth, 1 - isoWeekday(fourth) + (no - 1) * 7);
  return { startsOn, endsOn: addDays(startsOn, 6) };
}

/**
 * Reads how people write a sub-period: a month `2026-07`, an ISO week `2026-W31`, a quarter `2026-Q3`, or two dates `2026-07-01/2026-09-30`.
 * Undefined when it is none of these, or a date that does not exist.
 */
export function parseSubPeriod(text: string): SubPeriod | undefined {
  const label = text.trim().toUpperCase();
  const [, year = '', kind = '', no = ''] = /^(\d{4})-?(W|Q)?(\d{1,2})$/.exec(label) ?? [];
  if (year === '') return range(label);
  const [y, n] = [Number(year), Number(no)];
  if (kind === 'Q') return n >= 1 && n <= 4 ? { label: `${year}-Q${n}`, ...monthsFrom(y, (n - 1) * 3, 3) } : undefined;
  if (kind === 'W') return n >= 1 && n <= 53 && week(y, n).startsOn <= `${year}-12-28` ? { label: `${year}-W${no.padStart(2, '0')}`, ...week(y, n) } : undefined;
  return n >= 1 && n <= 12 ? { label: `${year}-${no.padStart(2, '0')}`, ...monthsFrom(y, n - 1, 1) } : undefined;
}

function range(label: string): SubPeriod | undefined {
  const [, startsOn = '', endsOn = ''] = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(label) ?? [];
  return exists(startsOn) && exists(endsOn) && startsOn <= endsOn ? { label, startsOn, endsOn } : undefined;
}

function exists(date: string): boolean {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === date;
}
