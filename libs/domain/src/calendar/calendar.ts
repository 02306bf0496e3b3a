import { CalendarSpec, type CalendarSpecInput, type DatedRange } from '@fairmark/contracts/calendar';
import { CalendarErrors } from '@fairmark/contracts/errors';
import { DomainError } from '../common/index.js';
import { baseYear } from './base-days.js';
import { covers } from './dated-rows.js';
import { isoWeekday, yearOf } from './dates.js';

/** The calendar of one person. Build it with `createCalendar`; read it with the functions of this folder. */
export interface Calendar {
  readonly country: string;
  readonly region: string | undefined;
  readonly weekend: ReadonlySet<number>;
  readonly freeDays: ReadonlySet<string>;
  readonly workingDays: ReadonlySet<string>;
  readonly officialYears: ReadonlySet<number>;
  readonly leaves: readonly DatedRange[];
}

/**
 * Calendar of a person: the country's days, then the company's free and working days, then the person's leave.
 * Throws `CALENDAR.UNKNOWN_COUNTRY`, and `CALENDAR.CONFLICTING_DAY` when the company lists a day as both.
 */
export function createCalendar(input: CalendarSpecInput): Calendar {
  const spec = CalendarSpec.parse(input);
  const both = spec.freeDays.find((date) => spec.workingDays.includes(date));
  if (both !== undefined) throw new DomainError(CalendarErrors.conflictingDay, { date: both });
  baseYear(spec.country, spec.region, 2026);
  return {
    country: spec.country,
    region: spec.region,
    weekend: new Set(spec.weekend),
    freeDays: new Set(spec.freeDays),
    workingDays: new Set(spec.workingDays),
    officialYears: new Set(spec.officialYears),
    leaves: spec.leaves,
  };
}

/** The same calendar with further leave. */
export function withLeave(calendar: Calendar, leaves: readonly DatedRange[]): Calendar {
  return { ...calendar, leaves: [...calendar.leaves, ...leaves] };
}

/** Whether the person is on leave that day. */
export function isOnLeave(calendar: Calendar, date: string): boolean {
  return calendar.leaves.some((leave) => covers(leave, date));
}

/** Whether the person works that day. Leave beats company days, company days beat official ones, those beat the weekend. */
export function isWorkingDay(calendar: Calendar, date: string): boolean {
  if (isOnLeave(calendar, date)) return false;
  const weekday = isoWeekday(date);
  if (calendar.freeDays.has(date)) return false;
  if (calendar.workingDays.has(date)) return true;
  const base = baseYear(calendar.country, calendar.region, yearOf(date));
  if (base.working.has(date)) return true;
  return !base.free.has(date) && !calendar.weekend.has(weekday);
}

/** Whether the official days of a year are known; without them every result that rests on the year is provisional. */
export function isOfficialYear(calendar: Calendar, year: number): boolean {
  return calendar.officialYears.has(year) || baseYear(calendar.country, calendar.region, year).official;
}

/** Years from `from` to `to` (both included) whose official days are not known, for warnings before a launch. */
export function yearsWithoutOfficialDays(calendar: Calendar, from: string, to: string): number[] {
  const years: number[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1) if (!isOfficialYear(calendar, year)) years.push(year);
  return years;
}
