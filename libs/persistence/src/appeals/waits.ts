import type { PersonRef } from '@fairmark/contracts/common';
import { sql, type Executor } from '../database/index.js';
import { standInTasks } from '../delegations/index.js';
import { personJson } from '../reviews/head.js';

/** An open visit of a case: for whom it waits, and why `viewer` has a task in it (null: has none). */
export interface AppealWaitRow {
  visitId: string;
  step: string;
  payload: Record<string, unknown>;
  since: string;
  dueAt: string | null;
  dueZone: string | null;
  atDeadline: string;
  people: PersonRef[];
  why: string | null;
}

/** Open visits of a case, oldest first. */
export async function waitsOf(read: Executor, workflowId: string, viewerId: string): Promise<AppealWaitRow[]> {
  return read.all(sql<AppealWaitRow>`
    select v.id as "visitId", v.step, v.payload, v.opened_at as since, v.due_at as "dueAt", v.due_zone as "dueZone", v.timeout as "atDeadline",
      (select coalesce(jsonb_agg(${personJson('e')} order by t.created_at, t.id), '[]') from tasks t join employees e on e.id = t.assignee_id where t.visit_id = v.id and t.state = 'open') as people,
      (select t.why from tasks t where t.visit_id = v.id and t.state = 'open' and (t.assignee_id = ${viewerId} or t.id in (select s.task_id from ${standInTasks(viewerId)} s)) order by t.assignee_id = ${viewerId} desc limit 1) as why
    from visits v where v.workflow_id = ${workflowId} and v.state = 'open' order by v.opened_at, v.id`);
}

/** People by id, as other people see them. */
export async function peopleOf(read: Executor, ids: readonly string[]): Promise<Map<string, PersonRef>> {
  const rows = await read.all(sql<PersonRef>`select id, name, name_en as "nameEn" from employees where id = any(${[...ids]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}
