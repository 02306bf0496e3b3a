import type { ImportChanges } from '@fairmark/contracts/changes';
import type { OrgEvent } from '@fairmark/domain/changes';
import { sql, type Executor } from '../database/index.js';
import { sinceCyclesRun } from './register.js';

/** Lines that the preview of an import shows; the figures count all. */
const LINES = 500;

interface Concerned {
  index: number;
  tasks: number;
  people: string[];
}

/** What an import means for processes that run, before it is applied: its events with the people and open tasks that they concern. */
export async function importChanges(tx: Executor, events: readonly OrgEvent[], today: string): Promise<ImportChanges> {
  const counted = await sinceCyclesRun(tx, events);
  const concerned = await concernedBy(tx, counted);
  const byKind: ImportChanges['byKind'] = {};
  for (const { kind } of counted) byKind[kind] = (byKind[kind] ?? 0) + 1;
  const tasksOf = new Map(concerned.map(({ index, tasks }) => [index, tasks]));
  return {
    changes: counted.length, people: new Set(concerned.flatMap((one) => one.people)).size, tasks: concerned.reduce((sum, { tasks }) => sum + tasks, 0), byKind,
    lines: counted.slice(0, LINES).map((event, index) => ({
      kind: event.kind, subject: event.number ?? event.fromDepartment ?? '', from: event.fromManager ?? event.fromDepartment, to: event.toManager ?? event.toDepartment, effectiveOn: event.effectiveOn || today, tasks: tasksOf.get(index) ?? 0,
    })),
  };
}

/** Open tasks by one question for all events: those of a leaver, of somebody away, and those that a manager has about the people who move. People are those whose cases they are. */
async function concernedBy(tx: Executor, events: readonly OrgEvent[]): Promise<Concerned[]> {
  const rows = events.map(({ kind, number, fromManager, people }, index) => ({ index, kind, holder: kind === 'left' || kind === 'onLeave' ? number : fromManager, people: number === null ? people : [number] }));
  if (rows.length === 0) return [];
  return tx.all(sql<Concerned>`
    with event as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(index integer, kind text, holder text, people jsonb)),
    held as (
      select e.index, t.id, coalesce(v.subject_id, r.employee_id) as subject from event e join employees h on h.number = e.holder join tasks t on t.assignee_id = h.id and t.state = 'open' join visits v on v.id = t.visit_id and v.state = 'open'
      left join reviews r on r.workflow_id = v.workflow_id
      where e.kind in ('left', 'onLeave') or (e.kind in ('managerChanged', 'transferred') and exists (select from employees p where p.id = coalesce(v.subject_id, r.employee_id) and jsonb_exists(e.people, p.number))))
    select index, count(distinct id)::integer as tasks, array_remove(array_agg(distinct subject::text), null) as people from held group by index order by index`);
}
