import type { Duration } from '@fairmark/contracts/common';
import { dueAfter } from '@fairmark/domain/calendar';
import { calendarOf } from '../calendar/index.js';
import { sql, type Executor } from '../database/index.js';
import { dueOf, oneDayBefore, type Due } from './due.js';
import { rearmVisit, type DeadlineMove } from './rearm.js';
import type { VisitRow } from './rows.js';

/** A deadline that acts a little late is still extended from where it stood; one that passed long ago from now. */
const LATE_MS = 3_600_000;

interface Counted {
  from: string | null;
  legs: Duration[] | null;
  before: Duration[] | null;
  forId: string | null;
  given: number;
}

/**
 * Lengthens the window of an open visit: counted from its present deadline in the calendar of who has to act, or from `now` when that has passed long ago. The
 * extension is one more leg, so that a changed calendar counts all of it again. Answers the new deadline.
 */
export async function extendDeadline(tx: Executor, visit: Pick<VisitRow, 'id' | 'dueAt' | 'subjectId'>, by: Duration, now: string, move: DeadlineMove): Promise<string> {
  const row = (await tx.one(sql<Counted>`
    select due_from as from, due_legs as legs, remind_before as before, coalesce((select assignee_id from tasks t where t.visit_id = v.id and t.state = 'open' order by t.created_at, t.id limit 1), subject_id) as "forId", downtime_seconds as given
    from visits v where id = ${visit.id}`)) as Counted;
  const stands = visit.dueAt !== null && Date.parse(now) - Date.parse(visit.dueAt) <= LATE_MS;
  const from = stands ? countedFrom(String(visit.dueAt), by, now) : now;
  const due = await dueOf(tx, row.forId, from, { duration: by }, row.before ?? oneDayBefore);
  const counted = stands && row.from && row.legs ? { from: row.from, legs: [...row.legs, by] } : due.counted;
  await rearmVisit(tx, visit.id, { ...due, counted, baseDueAt: await baseOf(tx, due, counted, row.forId), downtimeSeconds: row.given, forId: row.forId }, from > now ? now : from, move);
  return due.dueAt;
}

/** Downtime was given back inside the present deadline: the base is what the legs alone give, so that it is not given twice. */
async function baseOf(tx: Executor, due: Due, counted: Due['counted'], forId: string | null): Promise<string> {
  if (!counted) return due.dueAt;
  const base = dueAfter({ openedAt: counted.from, legs: counted.legs, ...(await calendarOf(tx, forId)), zone: due.zone });
  return base.dueAt < due.dueAt ? base.dueAt : due.dueAt;
}

/** 24:00 is already the next day, which does not count when days are added: they are counted from the day that ends then. */
function countedFrom(dueAt: string, { unit }: Duration, now: string): string {
  if (unit === 'workingDay' || unit === 'day') return new Date(Date.parse(dueAt) - 1).toISOString();
  return dueAt > now ? dueAt : now;
}
