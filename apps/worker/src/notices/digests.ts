import type { DayHours } from '@fairmark/contracts/calendar';
import { CalendarErrors } from '@fairmark/contracts/errors';
import { localDateOf, morningAfter, notBefore } from '@fairmark/domain/calendar';
import { DomainError } from '@fairmark/domain/common';
import { calendarOf, type PersonCalendar } from '@fairmark/persistence/calendar';
import type { Database, Executor } from '@fairmark/persistence/database';
import { kindsLeft, liveReminders, lockReminders, peopleToRemind, postponeReminders, sendDigest, type ReminderKind } from '@fairmark/persistence/notices';

const PAGE = 100;
const WEEK_MS = 7 * 86_400_000;
const KINDS: readonly ReminderKind[] = ['reminder', 'nudge'];

/** One page of people whose reminders have come to their time, each in a transaction of their own. Answers how many were looked after; a full page means more may wait. */
export async function sendDigests(database: Database, hours: DayHours, now: string): Promise<number> {
  const people = await peopleToRemind(database.read, now, PAGE);
  for (const employeeId of people) await database.transaction((tx) => remindPerson(tx, employeeId, hours, now));
  return people.length;
}

/**
 * What waits for one person leaves as one mail, unless they have had their mail of the day or it is night or a free day where they are: then it waits for the next
 * working morning, and whatever is decided until then drops out.
 */
async function remindPerson(tx: Executor, employeeId: string, hours: DayHours, now: string): Promise<void> {
  if (!(await lockReminders(tx, employeeId))) return;
  const lines = await liveReminders(tx, employeeId, now);
  if (lines.length === 0) return;
  const person = await calendarOf(tx, employeeId);
  const until = orNextWeek(now, () => notBefore({ at: now, hours, ...person }));
  if (until > now) return postponeReminders(tx, employeeId, KINDS, until);
  const day = localDateOf(now, person.zone);
  const free = await kindsLeft(tx, employeeId, day, KINDS);
  const leaving = lines.filter((line) => free.includes(line.kind));
  if (leaving.length > 0) await sendDigest(tx, employeeId, day, free.filter((kind) => leaving.some((line) => line.kind === kind)), leaving, now);
  await postponeReminders(tx, employeeId, KINDS, tomorrow(person, hours, now));
}

const tomorrow = (person: PersonCalendar, hours: DayHours, now: string): string => orNextWeek(now, () => morningAfter({ at: now, hours, ...person }));

/** Somebody whose leave has no end known yet is looked at again after a week: a reminder never ends for good while its task is open. */
function orNextWeek(now: string, find: () => string): string {
  try {
    return find();
  } catch (error) {
    if (error instanceof DomainError && error.code === CalendarErrors.noWorkingDay) return new Date(Date.parse(now) + WEEK_MS).toISOString();
    throw error;
  }
}
