import type { CalendarPreview, MovedDeadline } from '@fairmark/contracts/calendar';
import { calendarOf, type PersonCalendar } from '../calendar/index.js';
import { sql, type Executor } from '../database/index.js';
import { about, personOf } from '../process/inbox/fragments.js';
import type { Scope } from '../org/index.js';
import { countedVisits, type Concerned, type CountedVisit } from './counted.js';
import { recount, type Recount } from './recount.js';

/** Lines of a preview; the counts say how many there are. */
const MOST = 200;

/** A person's calendar is read once, however many deadlines are counted in it. */
export function calendarsOnce(tx: Executor): (employeeId: string | null) => Promise<PersonCalendar> {
  const known = new Map<string | null, Promise<PersonCalendar>>();
  return (employeeId) => {
    const found = known.get(employeeId) ?? calendarOf(tx, employeeId);
    known.set(employeeId, found);
    return found;
  };
}

/** What the present calendar would move of the running deadlines, as this reader may see it. */
export async function previewDeadlines(tx: Executor, concerned: Concerned, reader: { id: string; scope: Scope }, now: string, alsoEarlier: boolean): Promise<CalendarPreview> {
  const calendars = calendarsOnce(tx);
  const found: { visit: CountedVisit; moved: Recount }[] = [];
  for (const visit of await countedVisits(tx, concerned)) {
    const moved = await recount(tx, visit, await calendars(visit.forId), now, alsoEarlier);
    if (moved) found.push({ visit, moved });
  }
  const moving = found.filter(({ moved }) => moved.direction !== 'kept');
  const count = (direction: Recount['direction']): number => found.filter(({ moved }) => moved.direction === direction).length;
  return { deadlines: await linesOf(tx, moving.slice(0, MOST), reader), later: count('later'), earlier: count('earlier'), kept: count('kept'), people: new Set(moving.map(({ visit }) => visit.forId)).size };
}

async function linesOf(tx: Executor, moving: readonly { visit: CountedVisit; moved: Recount }[], reader: { id: string; scope: Scope }): Promise<MovedDeadline[]> {
  const rows = await tx.all(sql<Pick<MovedDeadline, 'visitId' | 'subject' | 'person'>>`
    select v.id as "visitId", ${personOf('v.due_for')} as person, case when ${mayKnow(reader)} then (select jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) from employees e where e.id = coalesce(v.subject_id, x.subject_id)) end as subject
    from visits v join processes p on p.workflow_id = v.workflow_id left join ${about} on true where v.id = any(${moving.map(({ visit }) => visit.id)}::uuid[])`);
  const names = new Map(rows.map((row) => [row.visitId, row]));
  return moving.map(({ visit, moved: { due, direction } }) => ({
    visitId: visit.id, kind: visit.kind, processId: visit.processId, step: visit.step, subject: names.get(visit.id)?.subject ?? null, person: names.get(visit.id)?.person ?? null,
    from: visit.dueAt, to: due.dueAt, zone: due.zone, provisional: due.provisional, earlier: direction === 'earlier',
  }));
}

/** HR knows whose matter it is inside its own scope, and never of a matter about itself. */
function mayKnow({ id, scope }: { id: string; scope: Scope }) {
  const inside = scope === 'all' ? sql`true` : sql`exists (select from employee_departments d where d.employee_id = coalesce(v.subject_id, x.subject_id) and daterange(d.valid_from, d.valid_to) @> current_date and d.department_id = any(${[...scope]}::uuid[]))`;
  return sql`coalesce(v.subject_id, x.subject_id) <> ${id}::uuid and ${inside}`;
}
