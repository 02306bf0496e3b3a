import type { DatedRange, DueView } from '@fairmark/contracts/calendar';
import type { Duration } from '@fairmark/contracts/common';
import { assertNever } from '../common/index.js';
import { isOnLeave, isWorkingDay, withLeave, type Calendar } from './calendar.js';
import { addDays } from './dates.js';
import { addCountedDays, addWorkingDays } from './working-days.js';
import { endOfLocalDay, instantMs, isoInstant, localDateOf } from './zone.js';

/** A window of one visit: when it opened, how long it is, and the zone and calendar of the person who has to act. */
export interface WindowInput {
  /** ISO instant. */
  openedAt: string;
  duration: Duration;
  /** IANA zone. */
  zone: string;
  calendar: Calendar;
}

/**
 * End of a window. The opening day does not count; `workingDay` and `day` end at 24:00 local of the N-th such day (0: of the opening
 * day), `hour` and `second` are elapsed time. The result is an instant in UTC with the zone it was computed in.
 */
export function dueAt(input: WindowInput): DueView {
  const { openedAt, duration, zone, calendar } = input;
  const opened = localDateOf(openedAt, zone);
  switch (duration.unit) {
    case 'workingDay': {
      const last = addWorkingDays(calendar, opened, duration.n);
      return { dueAt: endOfLocalDay(last.date, zone), zone, provisional: last.provisional };
    }
    case 'day':
      return { dueAt: endOfLocalDay(addDays(opened, duration.n), zone), zone, provisional: false };
    case 'hour':
      return { dueAt: isoInstant(instantMs(openedAt) + duration.n * 3_600_000), zone, provisional: false };
    case 'second':
      return { dueAt: isoInstant(instantMs(openedAt) + duration.n * 1_000), zone, provisional: false };
    default:
      return assertNever(duration.unit);
  }
}

/**
 * End of a window of several legs, each counted from the end of the one before: a deadline that was extended. 24:00 is already the next day, which does not count
 * when days are added: they are counted from the day that ends then.
 */
export function dueAfter({ openedAt, legs, zone, calendar }: Omit<WindowInput, 'duration'> & { legs: readonly Duration[] }): DueView {
  return legs.reduce<DueView>((due, duration, index) => {
    const from = index > 0 && (duration.unit === 'workingDay' || duration.unit === 'day') ? isoInstant(instantMs(due.dueAt) - 1) : due.dueAt;
    const end = dueAt({ openedAt: from, duration, zone, calendar });
    return { ...end, provisional: due.provisional || end.provisional };
  }, { dueAt: openedAt, zone, provisional: false });
}

/** A deadline moves on a transfer or a new holiday list only to a later instant. */
export function laterDue(current: DueView, recomputed: DueView): DueView {
  return instantMs(recomputed.dueAt) > instantMs(current.dueAt) ? recomputed : current;
}

/** A window after leave; `pausedDays` are the days that would have counted and did not. */
export interface PausedDue extends DueView {
  pausedDays: number;
}

/**
 * The window with leave in it: days on leave do not count, neither as working days nor as calendar days; windows in hours or seconds
 * run on. Computed from the opening instant, so applying the same leave twice changes nothing.
 */
export function pauseForLeave(input: WindowInput & { leaves: readonly DatedRange[] }): PausedDue {
  const calendar = withLeave(input.calendar, input.leaves);
  const { duration, zone } = input;
  if (duration.unit !== 'workingDay' && duration.unit !== 'day') return { ...dueAt(input), pausedDays: 0 };
  const unpaused = (date: string) => duration.unit === 'day' || isWorkingDay({ ...calendar, leaves: [] }, date);
  let pausedDays = 0;
  const last = addCountedDays(calendar, localDateOf(input.openedAt, zone), duration.n, (date) => {
    const leave = isOnLeave(calendar, date);
    if (leave && unpaused(date)) pausedDays += 1;
    return !leave && unpaused(date);
  });
  return { dueAt: endOfLocalDay(last.date, zone), zone, provisional: duration.unit === 'workingDay' && last.provisional, pausedDays };
}
