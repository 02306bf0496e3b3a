import type { DayHours } from '@fairmark/contracts/calendar';
import type { Calendar } from './calendar.js';
import { isWorkingDay } from './calendar.js';
import { addDays } from './dates.js';
import { nextWorkingDay } from './working-days.js';
import { instantMs, isoInstant, localDateOf, wallClockMs } from './zone.js';

export interface QuietInput {
  /** ISO instant. */
  at: string;
  /** IANA zone of the person. */
  zone: string;
  calendar: Calendar;
  /** Local hours of a working day in which the person may be disturbed. */
  hours: DayHours;
}

/**
 * The first instant from `at` on at which a person may be disturbed: `at` itself inside the hours of a working day, else the beginning of the next ones. Throws
 * `CALENDAR.NO_WORKING_DAY` for somebody on leave without end.
 */
export function notBefore({ at, zone, calendar, hours }: QuietInput): string {
  const today = localDateOf(at, zone);
  if (isWorkingDay(calendar, today)) {
    const from = wallClockMs(today, hours.from, zone);
    if (instantMs(at) < from) return isoInstant(from);
    if (instantMs(at) < wallClockMs(today, hours.to, zone)) return isoInstant(instantMs(at));
  }
  return morningAfter({ at, zone, calendar, hours });
}

/** The beginning of the hours on the next working day after the local day of `at`. */
export function morningAfter({ at, zone, calendar, hours }: Omit<QuietInput, 'hours'> & { hours: Pick<DayHours, 'from'> }): string {
  const { date } = nextWorkingDay(calendar, addDays(localDateOf(at, zone), 1));
  return isoInstant(wallClockMs(date, hours.from, zone));
}
