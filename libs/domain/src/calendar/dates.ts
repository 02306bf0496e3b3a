import { CalendarErrors } from '@fairmark/contracts/errors';
import { DomainError } from '../common/index.js';

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of a `YYYY-MM-DD` date. Throws `CALENDAR.INVALID_DATE` for anything else, also for 30 February. */
export function dayNumber(date: string): number {
  const ms = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // Date.parse rolls 30 February over to March instead of refusing it.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) throw new DomainError(CalendarErrors.invalidDate, { date });
  return ms / MS_PER_DAY;
}

/** The date of a day number. */
export function dateOfDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

/** Calendar days from `from` to `to`; 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function isoWeekday(date: string): number {
  const monday = dayNumber('1970-01-05');
  return ((((dayNumber(date) - monday) % 7) + 7) % 7) + 1;
}

/** The calendar year of a date. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** The later of two dates. */
export function laterDate(a: string, b: string): string {
  return a > b ? a : b;
}

/** The earlier of two dates. */
export function earlierDate(a: string, b: string): string {
  return a < b ? a : b;
}
