import type { Duration } from '@fairmark/contracts/common';
import { dueAt, reminderInstants } from '@fairmark/domain/calendar';
import type { Deadline } from '@fairmark/domain/process';
import { calendarOf } from '../calendar/index.js';
import type { Executor } from '../database/index.js';

export interface Due {
  dueAt: string;
  zone: string;
  /** The deadline rests on a year whose official days are not yet announced. */
  provisional: boolean;
  /** Instants before the deadline at which open tasks are reminded. */
  reminders: string[];
  /** What it was counted from, so that it can be counted again when a calendar changes; null for a fixed instant. An extension is a leg more. */
  counted: { from: string; legs: readonly Duration[] } | null;
}

export const oneDayBefore: Duration[] = [{ n: 1, unit: 'workingDay' }];

/** A deadline in the calendar and zone of the person who has to act. */
export async function dueOf(tx: Executor, employeeId: string | null, openedAt: string, deadline: Deadline, remindBefore: Duration[] = oneDayBefore): Promise<Due> {
  const { calendar, zone } = await calendarOf(tx, employeeId);
  const due = 'at' in deadline ? { dueAt: deadline.at, zone: deadline.zone, provisional: false } : dueAt({ openedAt, duration: deadline.duration, zone, calendar });
  const counted = 'at' in deadline ? null : { from: openedAt, legs: [deadline.duration] };
  return { ...due, counted, reminders: reminderInstants({ openedAt, dueAt: due.dueAt, before: remindBefore, zone: due.zone, calendar }) };
}
