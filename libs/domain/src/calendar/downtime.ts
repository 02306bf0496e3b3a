import type { Downtime } from '@fairmark/contracts/calendar';
import type { Duration } from '@fairmark/contracts/common';
import { CalendarErrors } from '@fairmark/contracts/errors';
import { DomainError } from '../common/index.js';
import { isOfficialYear, isWorkingDay, type Calendar } from './calendar.js';
import { addDays, yearOf } from './dates.js';
import { mergeSpans, spanLength, subtractSpans, type Span } from './spans.js';
import { endOfDayMs, instantMs, isoInstant, localDateOf, startOfDayMs, wallClockMs } from './zone.js';

/** Shorter stretches do not move a deadline. */
export const DOWNTIME_MINIMUM_SECONDS = 900;
const LONGEST_WALK_DAYS = 1_100;

export interface DowntimeInput {
  openedAt: string;
  dueAt: string;
  downtimes: readonly Downtime[];
  zone: string;
  calendar: Calendar;
  /** Unit of the window; only windows in working days pause outside working time. Default `workingDay`. */
  unit?: Duration['unit'];
  /** Local working hours; by default a working day counts from 00 to 24. */
  workingHours?: { from: string; to: string };
}

/** `addedSeconds`: working time given back, rounded up. `appliedIds`: downtimes that the window overlapped. */
export interface ExtendedDue {
  dueAt: string;
  addedSeconds: number;
  appliedIds: string[];
  provisional: boolean;
}

/**
 * Gives back the time in which nobody could act. Stretches that touch are one; only those longer than 15 minutes count. The working time
 * they took out of the window is added behind its end, again as working time: what is lost on a Friday evening is there on Monday.
 * A stretch that also covers the added time moves the end further. Computed from the original end: pass all downtimes each time.
 */
export function extendForDowntime(input: DowntimeInput): ExtendedDue {
  const opened = instantMs(input.openedAt);
  const due = instantMs(input.dueAt);
  const down = mergeSpans(input.downtimes.map((d) => ({ from: instantMs(d.from), to: instantMs(d.to) })))
    .filter((span) => span.to - span.from > DOWNTIME_MINIMUM_SECONDS * 1_000);
  const lost = down.reduce((sum, span) => sum + workingMs(input, Math.max(span.from, opened), Math.min(span.to, due)), 0);
  const end = lost === 0 ? due : walk(input, due, lost, down);
  return {
    dueAt: isoInstant(end),
    addedSeconds: Math.ceil(workingMs(input, due, end) / 1_000),
    appliedIds: lost === 0 ? [] : appliedIds(input, down, opened, end),
    provisional: lost > 0 && isWorkingDayWindow(input) && !isOfficialYear(input.calendar, yearOf(localDateOf(isoInstant(end - 1), input.zone))),
  };
}

function appliedIds(input: DowntimeInput, counted: readonly Span[], opened: number, end: number): string[] {
  const overlaps = (d: Downtime) => workingMs(input, Math.max(instantMs(d.from), opened), Math.min(instantMs(d.to), end)) > 0;
  const isCounted = (d: Downtime) => counted.some((span) => span.from <= instantMs(d.from) && instantMs(d.to) <= span.to);
  return input.downtimes.filter((d) => isCounted(d) && overlaps(d)).map((d) => d.id);
}

function isWorkingDayWindow(input: DowntimeInput): boolean {
  return (input.unit ?? 'workingDay') === 'workingDay';
}

/** Working time of one local date as a span; empty on other days. */
function workingSpan(input: DowntimeInput, date: string): Span {
  const start = startOfDayMs(date, input.zone);
  if (!isWorkingDayWindow(input)) return { from: start, to: endOfDayMs(date, input.zone) };
  if (!isWorkingDay(input.calendar, date)) return { from: start, to: start };
  const hours = input.workingHours;
  if (!hours) return { from: start, to: endOfDayMs(date, input.zone) };
  return { from: wallClockMs(date, hours.from, input.zone), to: wallClockMs(date, hours.to, input.zone) };
}

/** Milliseconds of working time between two instants. */
function workingMs(input: DowntimeInput, from: number, to: number): number {
  if (to <= from) return 0;
  const last = localDateOf(isoInstant(to), input.zone);
  let total = 0;
  for (let date = localDateOf(isoInstant(from), input.zone); date <= last; date = addDays(date, 1)) {
    const span = workingSpan(input, date);
    total += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
  }
  return total;
}

/** The instant at which `owed` milliseconds of working time without downtime have passed since `from`. */
function walk(input: DowntimeInput, from: number, owed: number, down: readonly Span[]): number {
  let left = owed;
  let date = localDateOf(isoInstant(from), input.zone);
  for (let days = 0; days < LONGEST_WALK_DAYS; days += 1) {
    const whole = workingSpan(input, date);
    for (const span of subtractSpans({ from: Math.max(whole.from, from), to: whole.to }, down)) {
      const length = spanLength(span);
      if (length >= left) return span.from + left;
      left -= length;
    }
    date = addDays(date, 1);
  }
  throw new DomainError(CalendarErrors.noWorkingDay, { after: isoInstant(from) });
}
