import type { DeadlineWish, NotMoved } from '@fairmark/contracts/cycles';
import { addWorkingDays, endOfLocalDay, localDateOf } from '@fairmark/domain/calendar';
import { calendarOf } from '../calendar/index.js';
import { sql, type Executor } from '../database/index.js';
import { extendDeadline, moveDeadline, type DeadlineMove, type VisitRow } from '../process/index.js';

/** What became of one deadline. */
export type Moved = { from: string; to: string; kept: null } | { from: string | null; to: null; kept: NotMoved };

/** Moves the deadline of a visit as HR wishes, or says why it stays. The caller has checked that the step waits for people. */
export async function moveVisit(tx: Executor, visit: Pick<VisitRow, 'id' | 'state' | 'dueAt' | 'subjectId'>, { by, to }: DeadlineWish, now: string, move: DeadlineMove): Promise<Moved> {
  if (visit.state === 'closed') return { from: visit.dueAt, to: null, kept: 'decided' };
  if (visit.dueAt === null) return { from: null, to: null, kept: 'noDeadline' };
  if (by) return { from: visit.dueAt, to: await extendDeadline(tx, visit, by, now, move), kept: null };
  return toDay(tx, { ...visit, dueAt: visit.dueAt }, String(to), now, move);
}

/** The end of a day where the person is who acts. Whoever it is keeps at least their next working day. */
async function toDay(tx: Executor, visit: { id: string; dueAt: string; subjectId: string | null }, day: string, now: string, move: DeadlineMove): Promise<Moved> {
  const row = await tx.one(sql<{ id: string | null }>`
    select coalesce((select assignee_id from tasks t where t.visit_id = v.id and t.state = 'open' order by t.created_at, t.id limit 1), subject_id) as id from visits v where id = ${visit.id}`);
  const actorId = row?.id ?? null;
  const { calendar, zone } = await calendarOf(tx, actorId);
  const at = endOfLocalDay(day, zone);
  if (at === visit.dueAt) return { from: visit.dueAt, to: null, kept: 'unchanged' };
  if (day < addWorkingDays(calendar, localDateOf(now, zone), 1).date) return { from: visit.dueAt, to: null, kept: 'tooEarly' };
  return { from: visit.dueAt, to: await moveDeadline(tx, visit.id, actorId, now, { at, zone }, move), kept: null };
}
