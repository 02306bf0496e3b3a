import { workflowId as ids } from '@fairmark/contracts/process';
import type { NoticeSpec, Transition, VisitClosing, VisitSpec } from '@fairmark/domain/process';
import { appendAudit, type AuditActor } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';
import { dueOf } from './due.js';
import { enqueue } from './outbox.js';
import type { ProcessRow } from './rows.js';
import { tellChange, tellPerson } from './live.js';
import { startProcess } from './start.js';
import { nextWake } from './wake.js';

export interface TransitionContext {
  process: ProcessRow;
  actor: AuditActor;
  /** Instant at which the change takes effect, ISO 8601 in UTC. */
  now: string;
  /** The command that caused it; absent for deadlines and events. */
  updateId?: string;
}

/** Writes everything that a transition changes. The caller holds the lock of the process row. */
export async function applyTransition(tx: Executor, context: TransitionContext, transition: Transition): Promise<void> {
  const { process, now } = context;
  for (const task of transition.decided ?? [])
    await tx.run(sql`update tasks set state = 'done', decision = ${task.decision}, decided_at = ${now}, decided_by = ${context.actor.actorId} where visit_id = ${task.visitId} and assignee_id = ${task.employeeId} and state = 'open'`);
  for (const closing of transition.close ?? []) await closeVisit(tx, closing, context);
  for (const spec of transition.open ?? []) await openVisit(tx, process, spec, now);
  for (const notice of transition.notices ?? []) await notify(tx, notice);
  for (const child of transition.start ?? []) await startProcess(tx, { ...child, step: 'opening' });
  for (const signal of transition.signals ?? []) await sendEvent(tx, signal, context.actor.actorId);
  await moveProcess(tx, process, transition, now);
  await appendAudit(tx, process.workflowId, context.actor, now, transition.audit);
  await tellChange(tx, process.kind, process.refId);
}

async function closeVisit(tx: Executor, closing: VisitClosing, { now, updateId }: TransitionContext): Promise<void> {
  const by = closing.by ?? null;
  const onBehalfOf = closing.onBehalfOf ?? null;
  await tx.run(sql`
    update visits set state = 'closed', wake_at = null, outcome = ${closing.outcome}, closed_at = ${now}, closed_by = ${by}, on_behalf_of = ${onBehalfOf}, closed_command = ${updateId ?? null}
    where id = ${closing.visitId} and state = 'open'`);
  await tx.run(sql`
    update tasks set state = case when assignee_id = coalesce(${onBehalfOf}::uuid, ${by}::uuid) then 'done' else 'notNeeded' end, decided_at = ${now}, decided_by = ${by},
      decision = case when assignee_id = coalesce(${onBehalfOf}::uuid, ${by}::uuid) then ${closing.outcome} end
    where visit_id = ${closing.visitId} and state = 'open'`);
}

async function openVisit(tx: Executor, process: ProcessRow, spec: VisitSpec, now: string): Promise<void> {
  const due = spec.deadline ? await dueOf(tx, spec.assignees[0]?.employeeId ?? spec.subjectId, now, spec.deadline, remindBefore(spec)) : null;
  const duration = spec.deadline?.duration ?? null;
  const row = await tx.one(sql<{ id: string }>`
    insert into visits (workflow_id, step, no, subject_id, approval_id, node, payload, opened_at, base_due_at, due_at, due_zone, due_provisional, duration, timeout, wake_at, reminders)
    select ${process.workflowId}, ${spec.step}, coalesce(max(no), 0) + 1, ${spec.subjectId}::uuid, ${spec.approvalId ?? null}::uuid, ${spec.node ?? null}, ${JSON.stringify(spec.payload ?? {})}::jsonb, ${now}::timestamptz,
      ${due?.dueAt ?? null}::timestamptz, ${due?.dueAt ?? null}::timestamptz, ${due?.zone ?? null}, ${due?.provisional ?? false}::boolean, ${duration ? JSON.stringify(duration) : null}::jsonb, ${spec.timeout},
      ${nextWake(due?.reminders ?? [], due?.dueAt ?? null, now)}::timestamptz, ${JSON.stringify(due?.reminders ?? [])}::jsonb
    from visits where workflow_id = ${process.workflowId} and step = ${spec.step}
    returning id`);
  const visitId = (row as { id: string }).id;
  for (const assignee of spec.assignees)
    await tx.run(sql`insert into tasks (visit_id, assignee_id, why, created_at) values (${visitId}, ${assignee.employeeId}, ${assignee.why}, ${now}) on conflict do nothing`);
  for (const assignee of spec.assignees) await notify(tx, { employeeId: assignee.employeeId, kind: `task.${process.kind}.${spec.step}`, link: `/visits/${visitId}` }, visitId);
}

/** A visit that waits for a date reminds nobody; a timer that fires for nothing would only lengthen the history. */
const remindBefore = (spec: VisitSpec) => (spec.assignees.length === 0 ? [] : spec.remindBefore);

/** One notice in the application and one mail. */
export async function notify(tx: Executor, notice: NoticeSpec, visitId: string | null = null): Promise<void> {
  await tx.run(sql`
    insert into notices (employee_id, kind, link, visit_id, params) values (${notice.employeeId}, ${notice.kind}, ${notice.link}, ${visitId}, ${JSON.stringify(notice.params ?? {})})`);
  await enqueue(tx, 'mail', { template: notice.kind, employeeId: notice.employeeId, link: notice.link });
  await tellPerson(tx, notice.employeeId);
}

async function sendEvent(tx: Executor, signal: { workflowId: string; name: string; body: Record<string, unknown> }, actorId: string | null): Promise<void> {
  const row = await tx.one(sql<{ id: string }>`
    insert into process_events (workflow_id, name, body, actor_id) values (${signal.workflowId}, ${signal.name}, ${JSON.stringify(signal.body)}, ${actorId}) returning id`);
  await enqueue(tx, 'signal', { workflowId: signal.workflowId, eventId: (row as { id: string }).id });
}

async function moveProcess(tx: Executor, process: ProcessRow, transition: Transition, now: string): Promise<void> {
  const step = transition.finish ? 'closed' : (transition.step ?? process.step);
  if (transition.finish)
    await tx.run(sql`update processes set step = 'closed', state = 'closed', outcome = ${transition.finish.outcome}, closed_at = ${now} where workflow_id = ${process.workflowId}`);
  else if (step !== process.step) await tx.run(sql`update processes set step = ${step} where workflow_id = ${process.workflowId}`);
  if (process.kind === 'review' && step !== process.step) await moveReview(tx, process, step, now);
}

/** The transaction that closes a review also counts down its cycle; at zero the cycle is told once. */
async function moveReview(tx: Executor, process: ProcessRow, step: string, now: string): Promise<void> {
  const closing = step === 'closed';
  const row = await tx.one(sql<{ cycleId: string }>`
    update reviews set step = ${step}, state = case when ${closing} and state = 'open' then 'closed' else state end, closed_at = case when ${closing} then ${now}::timestamptz end
    where id = ${process.refId} returning cycle_id as "cycleId"`);
  if (!closing || !row) return;
  const cycle = await tx.one(sql<{ openCount: number }>`update cycles set open_count = open_count - 1 where id = ${row.cycleId} returning open_count as "openCount"`);
  if (cycle?.openCount === 0) await sendEvent(tx, { workflowId: ids.cycle(row.cycleId), name: 'allReviewsClosed', body: {} }, null);
}
