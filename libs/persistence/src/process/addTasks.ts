import { isPersonal } from '@fairmark/domain/delegations';
import type { Assignee } from '@fairmark/domain/process';
import { sql, type Executor } from '../database/index.js';
import type { ProcessRow, VisitRow } from './rows.js';

/** Further people have to act in an open visit; somebody who was done there acts again. They, and who stands in for them, are told as when a visit opens. */
export async function addTasks(tx: Executor, process: ProcessRow, visit: VisitRow, assignees: readonly Assignee[], now: string): Promise<void> {
  if (assignees.length === 0) return;
  const kind = `task.${process.kind}.${visit.step}`;
  const link = `/visits/${visit.id}`;
  const standIns = isPersonal(process.kind, visit.step)
    ? sql`select assignee_id from asked`
    : sql`select assignee_id from asked union select s.delegate_id from asked cross join lateral stand_ins_of(asked.assignee_id, ${process.kind}, ${now}::timestamptz) s
        where not is_party(${process.workflowId}, ${visit.subjectId}::uuid, ${visit.approvalId}::uuid, s.path)`;
  await tx.run(sql`
    with asked as (
      insert into tasks (visit_id, assignee_id, why, created_at)
      select ${visit.id}, a."employeeId", a.why, ${now}::timestamptz from jsonb_to_recordset(${JSON.stringify(assignees)}::jsonb) as a("employeeId" uuid, why text)
      on conflict (visit_id, assignee_id) do update set state = 'open', why = excluded.why, decision = null, decided_at = null, decided_by = null, nudged_at = null
      returning assignee_id),
    told as (${standIns}),
    noticed as (insert into notices (employee_id, kind, link, visit_id) select assignee_id, ${kind}, ${link}, ${visit.id}::uuid from told),
    mailed as (insert into outbox (channel, body) select 'mail', jsonb_build_object('template', ${kind}::text, 'employeeId', assignee_id, 'link', ${link}::text) from told)
    select pg_notify('outbox', ''), pg_notify('live', jsonb_build_object('kind', 'notice', 'to', assignee_id)::text) from told`);
}
