import { isPersonal } from '@fairmark/domain/delegations';
import type { Transition, VisitClosing, VisitSpec } from '@fairmark/domain/process';
import { sql, type Executor } from '../database/index.js';
import type { TransitionContext } from './apply.js';
import { dueOf, oneDayBefore } from './due.js';
import type { ProcessRow } from './rows.js';
import { nextWake } from './wake.js';

/** One person is done while the visit goes on waiting for others. */
export async function decideTask(tx: Executor, task: NonNullable<Transition['decided']>[number], { now, actor }: TransitionContext): Promise<void> {
  await tx.send(sql`
    update tasks set state = 'done', decision = ${task.decision}, decided_at = ${now}, decided_by = ${actor.actorId} where visit_id = ${task.visitId} and assignee_id = ${task.employeeId} and state = 'open'`);
}

/** Ends a visit. Who decided is done, everybody else who was asked is not needed any more. */
export async function closeVisit(tx: Executor, closing: VisitClosing, { now, updateId }: TransitionContext): Promise<void> {
  const by = closing.by ?? null;
  const onBehalfOf = closing.onBehalfOf ?? null;
  await tx.send(sql`
    with closed as (
      update visits set state = 'closed', wake_at = null, outcome = ${closing.outcome}, closed_at = ${now}, closed_by = ${by}, on_behalf_of = ${onBehalfOf}, by_timeout = ${closing.byTimeout ?? false}, closed_command = ${updateId ?? null}
      where id = ${closing.visitId} and state = 'open')
    update tasks set state = case when assignee_id = coalesce(${onBehalfOf}::uuid, ${by}::uuid) then 'done' else 'notNeeded' end, decided_at = ${now}, decided_by = ${by},
      decision = case when assignee_id = coalesce(${onBehalfOf}::uuid, ${by}::uuid) then ${closing.outcome} end
    where visit_id = ${closing.visitId} and state = 'open'`);
}

/** Opens a visit with its tasks; everybody who is asked, and who stands in for them, is told in the application and by mail. */
export async function openVisit(tx: Executor, process: ProcessRow, spec: VisitSpec, now: string): Promise<void> {
  const dueFor = spec.assignees[0]?.employeeId ?? spec.subjectId;
  const due = spec.deadline ? await dueOf(tx, dueFor, now, spec.deadline, remindBefore(spec)) : null;
  const duration = spec.deadline?.duration ?? null;
  const kind = `task.${process.kind}.${spec.step}`;
  await tx.send(sql`
    with opened as (
      insert into visits (workflow_id, step, no, subject_id, approval_id, node, payload, opened_at, base_due_at, due_at, due_zone, due_provisional, duration, timeout, wake_at, reminders, due_from, due_legs, due_for, remind_before)
      select ${process.workflowId}, ${spec.step}, coalesce(max(no), 0) + 1, ${spec.subjectId}::uuid, ${spec.approvalId ?? null}::uuid, ${spec.node ?? null}, ${JSON.stringify(spec.payload ?? {})}::jsonb, ${now}::timestamptz,
        ${due?.dueAt ?? null}::timestamptz, ${due?.dueAt ?? null}::timestamptz, ${due?.zone ?? null}, ${due?.provisional ?? false}::boolean, ${duration ? JSON.stringify(duration) : null}::jsonb, ${spec.timeout},
        ${nextWake(due?.reminders ?? [], due?.dueAt ?? null, now)}::timestamptz, ${JSON.stringify(due?.reminders ?? [])}::jsonb,
        ${due?.counted?.from ?? null}::timestamptz, ${due?.counted ? JSON.stringify(due.counted.legs) : null}::jsonb, ${due ? dueFor : null}::uuid, ${JSON.stringify(remindBefore(spec) ?? oneDayBefore)}::jsonb
      from visits where workflow_id = ${process.workflowId} and step = ${spec.step}
      returning id, '/visits/' || id as link),
    asked as (
      insert into tasks (visit_id, assignee_id, why, created_at)
      select opened.id, a."employeeId", a.why, ${now}::timestamptz from opened, jsonb_to_recordset(${JSON.stringify(spec.assignees)}::jsonb) as a("employeeId" uuid, why text) on conflict do nothing
      returning assignee_id),
    told as (${toldOf(process, spec, now)}),
    noticed as (insert into notices (employee_id, kind, link, visit_id) select assignee_id, ${kind}, link, id from told, opened),
    mailed as (insert into outbox (channel, body) select 'mail', jsonb_build_object('template', ${kind}::text, 'employeeId', assignee_id, 'link', link) from told, opened)
    select pg_notify('outbox', ''), pg_notify('live', jsonb_build_object('kind', 'notice', 'to', assignee_id)::text) from told`);
}

/** Whoever is asked, and whoever may do it for them. What is done in person concerns nobody else. */
const toldOf = (process: ProcessRow, spec: VisitSpec, now: string) =>
  isPersonal(process.kind, spec.step)
    ? sql`select assignee_id from asked`
    : sql`select assignee_id from asked union select s.delegate_id from asked cross join lateral stand_ins_of(asked.assignee_id, ${process.kind}, ${now}::timestamptz) s
        where not is_party(${process.workflowId}, ${spec.subjectId}::uuid, ${spec.approvalId ?? null}::uuid, s.path)`;

/** A visit that waits for a date reminds nobody; a timer that fires for nothing would only lengthen the history. */
const remindBefore = (spec: VisitSpec) => (spec.assignees.length === 0 ? [] : spec.remindBefore);
