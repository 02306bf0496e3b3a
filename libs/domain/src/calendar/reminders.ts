import type { Duration } from '@fairmark/contracts/common';
import { assertNever } from '../common/index.js';
import type { Calendar } from './calendar.js';
import { addDays } from './dates.js';
import { addWorkingDays } from './working-days.js';
import { instantMs, isoInstant, localDateOf, wallClockMs } from './zone.js';

export interface ReminderInput {
  openedAt: string;
  dueAt: string;
  zone: string;
  calendar: Calendar;
  /** How long before the deadline; days are counted back in the person's calendar. */
  before: readonly Duration[];
  /** Local time of reminders that are given in days. */
  at?: string;
}

/**
 * Instants of the reminders of a window, ascending, each once, strictly inside it. "1 working day before" is the morning (09:00 local) of the last
 * working day of the window, "2" the morning of the one before; hours and seconds count back from the deadline.
 */
export function reminderInstants(input: ReminderInput): string[] {
  const opened = instantMs(input.openedAt);
  const due = instantMs(input.dueAt);
  const instants = input.before.map((duration) => reminderMs(input, due, duration)).filter((ms) => ms > opened && ms < due);
  return [...new Set(instants)].sort((a, b) => a - b).map(isoInstant);
}

function reminderMs(input: ReminderInput, due: number, before: Duration): number {
  // A deadline at 24:00 belongs to the day that it ends.
  const afterLastDay = addDays(localDateOf(isoInstant(due - 1), input.zone), 1);
  const morning = (date: string) => wallClockMs(date, input.at ?? '09:00', input.zone);
  switch (before.unit) {
    case 'workingDay':
      return morning(addWorkingDays(input.calendar, afterLastDay, -before.n).date);
    case 'day':
      return morning(addDays(afterLastDay, -before.n));
    case 'hour':
      return due - before.n * 3_600_000;
    case 'second':
      return due - before.n * 1_000;
    default:
      return assertNever(before.unit);
  }
}
