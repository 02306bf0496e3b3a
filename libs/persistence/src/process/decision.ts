import { lockedHead, rememberHead } from '../audit/heads.js';
import { sql, type Database, type Executor } from '../database/index.js';
import { visitColumns } from './load.js';
import type { CommandRow, ProcessRow, TaskRow, VisitRow } from './rows.js';

/** What decides whether a person may act: the visit as it is now, its open tasks, and whether the person is active. */
export interface DecisionFacts {
  /** Null for an act on the whole process, and when the visit does not exist. */
  visit: VisitRow | null;
  tasks: TaskRow[];
  active: boolean;
}

type LockedRow = Omit<CommandRow, 'state'> & Omit<ProcessRow, 'state'> & { state: CommandRow['state']; processState: ProcessRow['state'] };
type FactsRow = VisitRow & { id: string | null; tasks: TaskRow[]; active: boolean };

/** What a decision stands on, all of it locked or read after the lock. */
export interface Decision {
  process: ProcessRow;
  command: CommandRow;
  facts: DecisionFacts;
}

/**
 * Runs `work` in one transaction that has locked a process, a command and the head of the process's chain, in this order, in one trip. The decision is undefined where
 * the command is unknown: the database was restored to a time before it.
 */
export async function inDecision<T>(database: Database, { workflowId, updateId }: { workflowId: string; updateId: string }, work: (tx: Executor, decision: Decision | undefined) => Promise<T>): Promise<T> {
  return database.transactionOn([lock(workflowId, updateId), facts(updateId), lockedHead(workflowId)], (tx, locked, found, head) => {
    if (head) rememberHead(tx, workflowId, head);
    return work(tx, locked && found ? decisionOf(workflowId, locked, found) : undefined);
  });
}

function decisionOf(workflowId: string, locked: LockedRow, found: FactsRow): Decision {
  const { kind, refId, step, processState, outcome, ...command } = locked;
  const { tasks, active, ...visit } = found;
  return { process: { workflowId, kind, refId, step, state: processState, outcome }, command, facts: { visit: visit.id === null ? null : visit, tasks, active } };
}

const lock = (workflowId: string, updateId: string) => sql<LockedRow>`
    select p.workflow_id as "workflowId", p.kind, p.ref_id as "refId", p.step, p.state as "processState", p.outcome, c.update_id as "updateId", c.visit_id as "visitId", c.actor_id as "actorId", c.action, c.body,
      c.received_at as "receivedAt", c.state, c.answer
    from processes p join commands c on c.update_id = ${updateId} where p.workflow_id = ${workflowId} for update`;

/** Read after the lock was taken: what another decision committed meanwhile is seen. */
const facts = (updateId: string) => sql<FactsRow>`
    select ${visitColumns}, exists (
        select 1 from employees e left join accounts a on a.employee_id = e.id
        where e.id = c.actor_id and (e.left_on is null or e.left_on >= (c.received_at at time zone e.zone)::date) and a.disabled_at is null) as active,
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'visitId', t.visit_id, 'assigneeId', t.assignee_id, 'state', t.state, 'why', t.why, 'decision', t.decision) order by t.created_at, t.id), '[]')
        from tasks t where t.visit_id = visits.id and t.state = 'open') as tasks
    from (select visit_id as asked_visit, actor_id, received_at from commands where update_id = ${updateId}) c left join visits on visits.id = c.asked_visit`;
