import { sql, type Executor } from '../database/index.js';
import { visitColumns } from './load.js';
import type { CommandRow, ProcessRow, TaskRow, VisitRow } from './rows.js';

/** What decides whether a person may act: the visit as it is now, its open tasks, and whether the person is active. */
export interface DecisionFacts {
  /** Null for an act on the whole process, and when the visit does not exist. */
  visit: VisitRow | null;
  tasks: TaskRow[];
  active: boolean;
}

/** Locks a process and a command together. Undefined where the command is unknown: the database was restored to a time before it. */
export async function lockForDecision(tx: Executor, workflowId: string, updateId: string): Promise<{ process: ProcessRow; command: CommandRow } | undefined> {
  const row = await tx.one(sql<Omit<CommandRow, 'state'> & Omit<ProcessRow, 'state'> & { state: CommandRow['state']; processState: ProcessRow['state'] }>`
    select p.workflow_id as "workflowId", p.kind, p.ref_id as "refId", p.step, p.state as "processState", p.outcome, c.update_id as "updateId", c.visit_id as "visitId", c.actor_id as "actorId", c.action, c.body,
      c.received_at as "receivedAt", c.state, c.answer
    from processes p join commands c on c.update_id = ${updateId} where p.workflow_id = ${workflowId} for update`);
  if (!row) return undefined;
  const { kind, refId, step, processState, outcome, ...command } = row;
  return { process: { workflowId, kind, refId, step, state: processState, outcome }, command };
}

/** Read after the lock was taken: what another decision committed meanwhile is seen. */
export async function decisionFacts(tx: Executor, command: Pick<CommandRow, 'visitId' | 'actorId' | 'receivedAt'>): Promise<DecisionFacts> {
  const row = await tx.one(sql<VisitRow & { id: string | null; tasks: TaskRow[]; active: boolean }>`
    select ${visitColumns}, exists (
        select 1 from employees e left join accounts a on a.employee_id = e.id
        where e.id = ${command.actorId} and (e.left_on is null or e.left_on >= (${command.receivedAt}::timestamptz at time zone e.zone)::date) and a.disabled_at is null) as active,
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'visitId', t.visit_id, 'assigneeId', t.assignee_id, 'state', t.state, 'why', t.why, 'decision', t.decision) order by t.created_at, t.id), '[]')
        from tasks t where t.visit_id = visits.id and t.state = 'open') as tasks
    from (select 1) one left join visits on visits.id = ${command.visitId}`);
  const { tasks, active, ...visit } = row as VisitRow & { id: string | null; tasks: TaskRow[]; active: boolean };
  return { visit: visit.id === null ? null : visit, tasks, active };
}
