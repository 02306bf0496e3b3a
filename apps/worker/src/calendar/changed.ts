import type { AuditSpec, NoticeSpec, Transition } from '@fairmark/domain/process';
import { loadCalendarChange, type CalendarChangeRow } from '@fairmark/persistence/calendar';
import { calendarsOnce, countedVisits, recount, type Concerned, type CountedVisit, type Recount } from '@fairmark/persistence/deadlines';
import { openTasks, rearmVisit } from '@fairmark/persistence/process';
import type { EventContext } from '../processes/index.js';

export const CALENDAR_CHANGED = 'calendarChanged';

/** Whose deadlines a change concerns. */
export const concernedBy = ({ country, employeeId }: Pick<CalendarChangeRow, 'country' | 'employeeId'>): Concerned => (employeeId === null ? { country: String(country) } : { employeeId });

/**
 * A calendar changed while this process runs: every open deadline that was counted in it is counted again, from where it was counted first. Applied twice it moves
 * nothing a second time. Everybody who is waited for is told. Null when nothing moves.
 */
export async function recountProcess({ tx, process, now, body }: EventContext): Promise<Transition | null> {
  const change = await loadCalendarChange(tx, String(body['changeId']));
  if (!change) return null;
  const calendars = calendarsOnce(tx);
  const notices: NoticeSpec[] = [];
  const audit: AuditSpec[] = [];
  for (const visit of await countedVisits(tx, concernedBy(change), process.workflowId)) {
    const moved = await recount(tx, visit, await calendars(visit.forId), now, change.alsoEarlier);
    if (!moved || moved.direction === 'kept') continue;
    await rearmVisit(tx, visit.id, moved.due, now, { cause: 'calendar', at: now, actorId: change.madeBy, reason: change.reason, detail: { changeId: change.id } });
    audit.push(lineOf(visit, moved, change));
    for (const task of await openTasks(tx, visit.id)) notices.push({ employeeId: task.assigneeId, kind: 'deadline.moved', link: `/visits/${visit.id}` });
  }
  return audit.length === 0 ? null : { outcome: CALENDAR_CHANGED, notices, audit };
}

function lineOf(visit: CountedVisit, { due, direction }: Recount, change: CalendarChangeRow): AuditSpec {
  return { action: 'visit.calendarChanged', object: visit.id, before: { dueAt: visit.dueAt }, after: { dueAt: due.dueAt, direction, changeId: change.id } };
}
