import type { DatedRange, Period } from '@fairmark/contracts/calendar';
import { allAsOf } from './dated-rows.js';
import { addDays, dateOfDay, dayNumber, daysBetween } from './dates.js';

/** Calendar days of a person in a period. */
export interface PresentDays {
  eligibleDays: number;
  periodDays: number;
}

/** Calendar days of a period, both ends included. */
export function daysInPeriod(period: Period): number {
  return daysBetween(period.from, addDays(period.to, 1));
}

/** Calendar days of the period on which a row of `present` holds and none of `absent`: employment without unpaid leave. */
export function eligibleDays(period: Period, present: readonly DatedRange[], absent: readonly DatedRange[] = []): PresentDays {
  let days = 0;
  const last = dayNumber(period.to);
  for (let day = dayNumber(period.from); day <= last; day += 1) {
    const date = dateOfDay(day);
    if (allAsOf(present, date).length > 0 && allAsOf(absent, date).length === 0) days += 1;
  }
  return { eligibleDays: days, periodDays: daysInPeriod(period) };
}

/** Rule: who was present for less than a third of the period is not rated. */
export function isPresentEnough(days: PresentDays): boolean {
  return days.eligibleDays * 3 >= days.periodDays;
}
