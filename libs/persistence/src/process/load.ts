import { sql, type Executor } from '../database/index.js';
import type { ProcessRow, TaskRow, VisitRow } from './rows.js';

export const processColumns = sql`workflow_id as "workflowId", kind, ref_id as "refId", step, state, outcome`;
export const visitColumns = sql`id, workflow_id as "workflowId", step, no, state, subject_id as "subjectId", approval_id as "approvalId", node, payload,
  opened_at as "openedAt", base_due_at as "baseDueAt", due_at as "dueAt", due_zone as "dueZone", duration, timeout, wake_at as "wakeAt", reminders, downtime_seconds as "downtimeSeconds",
  outcome, closed_at as "closedAt", closed_by as "closedBy", closed_command as "closedCommand"`;
const taskColumns = sql`id, visit_id as "visitId", assignee_id as "assigneeId", state, why, decision`;

/** The process row without a lock. */
export async function loadProcess(tx: Executor, workflowId: string): Promise<ProcessRow | undefined> {
  return tx.one(sql<ProcessRow>`select ${processColumns} from processes where workflow_id = ${workflowId}`);
}

/** The process row, locked: decisions, deadlines and events of one process follow each other here, whatever Temporal does. */
export async function lockProcess(tx: Executor, workflowId: string): Promise<ProcessRow | undefined> {
  return tx.one(sql<ProcessRow>`select ${processColumns} from processes where workflow_id = ${workflowId} for update`);
}

export async function loadVisit(tx: Executor, visitId: string): Promise<VisitRow | undefined> {
  return tx.one(sql<VisitRow>`select ${visitColumns} from visits where id = ${visitId}`);
}

/** Open visits of a process, oldest first. */
export async function openVisits(tx: Executor, workflowId: string): Promise<VisitRow[]> {
  return tx.all(sql<VisitRow>`select ${visitColumns} from visits where workflow_id = ${workflowId} and state = 'open' order by opened_at, id`);
}

/** Tasks of a visit that still wait. */
export async function openTasks(tx: Executor, visitId: string): Promise<TaskRow[]> {
  return tx.all(sql<TaskRow>`select ${taskColumns} from tasks where visit_id = ${visitId} and state = 'open' order by created_at, id`);
}
