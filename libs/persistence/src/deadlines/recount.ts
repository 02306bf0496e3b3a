import type { PlanDocument } from '@fairmark/contracts/plans';
import { addWorkingDays, dueAfter, endOfLocalDay, extendForDowntime, localDateOf, reminderInstants } from '@fairmark/domain/calendar';
import { downtimesSince, type PersonCalendar } from '../calendar/index.js';
import { sql, type Executor } from '../database/index.js';
import { oneDayBefore } from '../process/due.js';
import type { NewDue } from '../process/index.js';
import { acceptanceOf } from '../result/index.js';
import type { CountedVisit } from './counted.js';

/** A deadline as the calendar now gives it. `kept`: it would come earlier and stays. */
export interface Recount {
  due: NewDue;
  direction: 'later' | 'earlier' | 'kept';
}

/**
 * Counts the deadline of a visit again in the present calendar of whom it was counted for, with downtime given back; null when nothing moves. Another zone moves it
 * only to a later instant; other changes to an earlier one only where that is wanted, and never before the end of the next working day.
 */
export async function recount(tx: Executor, visit: CountedVisit, person: PersonCalendar, now: string, alsoEarlier: boolean): Promise<Recount | null> {
  const found = visit.step === 'acknowledgement' ? await windowOf(tx, visit, person, now) : await windowOfLegs(tx, visit, person);
  if (!found || found.dueAt === visit.dueAt) return null;
  const later = found.dueAt > visit.dueAt;
  const direction = later ? 'later' : alsoEarlier && found.zone === visit.zone ? 'earlier' : 'kept';
  const dueAt = direction === 'earlier' ? notBeforeTomorrow(found.dueAt, person, now) : found.dueAt;
  if (direction === 'earlier' && dueAt >= visit.dueAt) return null;
  const reminders = reminderInstants({ openedAt: visit.openedAt, dueAt, before: visit.remindBefore ?? oneDayBefore, zone: found.zone, calendar: person.calendar });
  return { due: { ...found, dueAt, reminders, forId: visit.forId, counted: visit.from && visit.legs ? { from: visit.from, legs: visit.legs } : null }, direction };
}

type Window = Pick<NewDue, 'dueAt' | 'baseDueAt' | 'zone' | 'provisional' | 'downtimeSeconds'>;

async function windowOfLegs(tx: Executor, { openedAt, from, legs }: CountedVisit, { calendar, zone }: PersonCalendar): Promise<Window | null> {
  if (!from || !legs) return null;
  const base = dueAfter({ openedAt: from, legs, zone, calendar });
  const unit = legs.every((leg) => leg.unit === 'day') ? 'day' : 'workingDay';
  const extended = extendForDowntime({ openedAt, dueAt: base.dueAt, downtimes: await downtimesSince(tx, openedAt), zone, calendar, unit });
  return { dueAt: extended.dueAt, baseDueAt: base.dueAt, zone, provisional: base.provisional || extended.provisional, downtimeSeconds: extended.addedSeconds };
}

/** The acknowledgement has a rule of its own, with the interview in it. */
async function windowOf(tx: Executor, visit: CountedVisit, { zone }: PersonCalendar, now: string): Promise<Window | null> {
  const review = await tx.one(sql<{ id: string; employeeId: string; publishedAt: string | null; plan: PlanDocument }>`
    select r.id, r.employee_id as "employeeId", r.published_at as "publishedAt", p.document as plan from reviews r join plan_versions p on p.id = r.plan_version_id where r.workflow_id = ${visit.workflowId}`);
  if (!review) return null;
  const view = await acceptanceOf(tx, { ...review, workflowId: visit.workflowId }, now);
  const end = view.endsAt ?? view.earliestEndAt;
  return end === null ? null : { dueAt: end, baseDueAt: end, zone, provisional: false, downtimeSeconds: 0 };
}

/** Whoever acts keeps at least the next working day. */
function notBeforeTomorrow(dueAt: string, { calendar, zone }: PersonCalendar, now: string): string {
  const least = endOfLocalDay(addWorkingDays(calendar, localDateOf(now, zone), 1).date, zone);
  return dueAt > least ? dueAt : least;
}
