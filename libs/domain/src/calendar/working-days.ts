import type { Period } from '@fairmark/contracts/calendar';
import { CalendarErrors } from '@fairmark/contracts/errors';
import { DomainError } from '../common/index.js';
import { isOfficialYear, isWorkingDay, type Calendar } from './calendar.js';
import { addDays, dateOfDay, dayNumber, yearOf } from './dates.js';

/** A person without a working day for this long has a leave without end, not a deadline. */
const LONGEST_GAP_DAYS = 1_100;

/** A counted date. `provisional`: a day on the way lies in a year whose official days are not known. */
export interface CountedDate {
  date: string;
  provisional: boolean;
}

/**
 * The `n`-th working day after `date` (before it when `n` is negative); 0 is `date` itself. The start never counts.
 * Throws `CALENDAR.NO_WORKING_DAY` when three years bring none.
 */
export function addWorkingDays(calendar: Calendar, date: string, n: number): CountedDate {
  return addCountedDays(calendar, date, n, (day) => isWorkingDay(calendar, day));
}

/** Like `addWorkingDays`, for any notion of a day that counts. */
export function addCountedDays(calendar: Calendar, date: string, n: number, counts: (date: string) => boolean): CountedDate {
  const step = n < 0 ? -1 : 1;
  let day = date;
  let left = Math.abs(n);
  let gap = 0;
  let provisional = false;
  while (left > 0) {
    day = addDays(day, step);
    provisional ||= !isOfficialYear(calendar, yearOf(day));
    gap = counts(day) ? 0 : gap + 1;
    if (gap === 0) left -= 1;
    if (gap > LONGEST_GAP_DAYS) throw new DomainError(CalendarErrors.noWorkingDay, { after: date });
  }
  return { date: day, provisional };
}

/** Working days after `from` up to and including `to`, so that it undoes `addWorkingDays`. 0 when `to` is not later. */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  return countWorkingDays(calendar, { from: addDays(from, 1), to });
}

/** Working days of a period, both ends included. */
export function countWorkingDays(calendar: Calendar, period: Period): number {
  let count = 0;
  const last = dayNumber(period.to);
  for (let day = dayNumber(period.from); day <= last; day += 1) if (isWorkingDay(calendar, dateOfDay(day))) count += 1;
  return count;
}

/** The first working day on or after `date`. */
export function nextWorkingDay(calendar: Calendar, date: string): CountedDate {
  return addWorkingDays(calendar, addDays(date, -1), 1);
}
