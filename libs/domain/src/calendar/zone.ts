import { CalendarErrors } from '@fairmark/contracts/errors';
import { DateTime, IANAZone } from 'luxon';
import { DomainError } from '../common/index.js';
import { addDays, dayNumber } from './dates.js';

/** Milliseconds of an ISO instant. Throws `CALENDAR.INVALID_INSTANT` when it is none or carries no offset. */
export function instantMs(instant: string): number {
  const ms = /(Z|[+-]\d\d:?\d\d)$/.test(instant) ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(ms)) throw new DomainError(CalendarErrors.invalidInstant, { instant });
  return ms;
}

/** ISO instant in UTC with milliseconds. */
export function isoInstant(ms: number): string {
  return new Date(ms).toISOString();
}

/** Asking the platform builds a formatter each time, which is most of what a deadline would cost. Bounded by the number of zones. */
const known = new Set<string>();

function checkedZone(zone: string): string {
  if (known.has(zone)) return zone;
  if (!IANAZone.isValidZone(zone)) throw new DomainError(CalendarErrors.unknownZone, { zone });
  known.add(zone);
  return zone;
}

/** The calendar date that people in `zone` read at `instant`. */
export function localDateOf(instant: string, zone: string): string {
  const local = DateTime.fromMillis(instantMs(instant), { zone: checkedZone(zone) });
  return local.toFormat('yyyy-MM-dd');
}

/**
 * Milliseconds at which `date` begins in `zone`: the first instant that carries this date. Where the clock jumps over midnight the
 * day begins at 01:00; where midnight comes twice it begins at the first one.
 */
export function startOfDayMs(date: string, zone: string): number {
  dayNumber(date);
  const start = DateTime.fromISO(date, { zone: checkedZone(zone) }).startOf('day');
  return Math.min(...start.getPossibleOffsets().map((possible) => possible.toMillis()));
}

/** 24:00 local of `date`: the first instant of the next date in `zone`. */
export function endOfDayMs(date: string, zone: string): number {
  return startOfDayMs(addDays(date, 1), zone);
}

/** 24:00 local of `date` as ISO instant. */
export function endOfLocalDay(date: string, zone: string): string {
  return isoInstant(endOfDayMs(date, zone));
}

/** Milliseconds of a wall-clock time (`HH:mm`) on `date` in `zone`; a time the clock jumps over moves forward. */
export function wallClockMs(date: string, time: string, zone: string): number {
  dayNumber(date);
  return DateTime.fromISO(`${date}T${time}`, { zone: checkedZone(zone) }).toMillis();
}
