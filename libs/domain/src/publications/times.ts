import type { Duration } from '@fairmark/contracts/common';
import { addDays, addWorkingDays, dueAt, endOfLocalDay, type Calendar } from '../calendar/index.js';

/** What decides when a department's results become visible. Zone and calendar are the company's. */
export interface PublicationTimesInput {
  /** When HR publishes. */
  readonly now: string;
  /** By how much the line sees results earlier. */
  readonly lead: Duration;
  /** The date that the cycle's schedule fixes; null without one. */
  readonly dueOn: string | null;
  readonly zone: string;
  readonly calendar: Calendar;
}

export interface PublicationTimes {
  readonly managersSeeAt: string;
  readonly publishAt: string;
}

const startOf = (date: string, zone: string): string => endOfLocalDay(addDays(date, -1), zone);

/** The instant a lead before the beginning of a date: whole days are days of the company's calendar before it. */
function before(dueOn: string, lead: Duration, zone: string, calendar: Calendar): string {
  if (lead.unit === 'workingDay') return startOf(addWorkingDays(calendar, dueOn, -lead.n).date, zone);
  if (lead.unit === 'day') return startOf(addDays(dueOn, -lead.n), zone);
  return new Date(Date.parse(startOf(dueOn, zone)) - lead.n * (lead.unit === 'hour' ? 3_600_000 : 1_000)).toISOString();
}

/**
 * Rule: the line sees results a lead earlier than everybody else. A fixed date is the one before which nobody but the line sees anything: who publishes in time hits it, who publishes
 * late gives the line its whole lead all the same.
 */
export function publicationTimes({ now, lead, dueOn, zone, calendar }: PublicationTimesInput): PublicationTimes {
  const afterLead = dueAt({ openedAt: now, duration: lead, zone, calendar }).dueAt;
  const fixed = dueOn === null ? null : startOf(dueOn, zone);
  if (dueOn === null || fixed === null || fixed <= afterLead) return { managersSeeAt: now, publishAt: afterLead };
  const seen = before(dueOn, lead, zone, calendar);
  return { managersSeeAt: seen > now ? seen : now, publishAt: fixed };
}

/** Mornings on which HR is reminded while a department is not published: the last day on which the fixed date can be kept, and the date itself. */
export function publicationReminders({ lead, dueOn, zone, calendar }: Omit<PublicationTimesInput, 'now' | 'dueOn'> & { readonly dueOn: string }): string[] {
  const morning = (instant: string): string => new Date(Date.parse(instant) + MORNING_MS).toISOString();
  return [...new Set([before(dueOn, lead, zone, calendar), startOf(dueOn, zone)].map(morning))].sort();
}

/** Reminders come at nine, not at midnight. */
const MORNING_MS = 9 * 3_600_000;
