import { fourEyesSteps, personalSteps } from '@fairmark/domain/delegations';
import { sql, type Executor } from '../database/index.js';

const arrays = sql`${[...personalSteps]}::text[], ${[...fourEyesSteps]}::text[]`;

/**
 * Open tasks that a person may do at an instant for somebody else, as a table: `task_id, visit_id, workflow_id, step, holder_id, path`. Empty at once for somebody
 * to whom nothing is delegated.
 */
export const standInTasks = (actor: string | ReturnType<typeof sql>, at = sql`now()`) => sql`stand_in_tasks(${actor}::uuid, ${at}, ${arrays})`;

/** For whom somebody may act in a visit at an instant; undefined when for nobody. Of several holders the one who was asked first. */
export async function standInAt(tx: Executor, actorId: string, visitId: string, at: string): Promise<string | undefined> {
  const row = await tx.one(sql<{ holderId: string }>`
    select s.holder_id as "holderId" from ${standInTasks(actorId, sql`${at}::timestamptz`)} s join tasks t on t.id = s.task_id where s.visit_id = ${visitId} order by t.created_at, t.id limit 1`);
  return row?.holderId;
}

/** For whom somebody may act in a process now. */
export async function holderInProcess(read: Executor, actorId: string, workflowId: string): Promise<string | undefined> {
  return (await read.one(sql<{ id: string }>`select holder_id as id from ${standInTasks(actorId)} where workflow_id = ${workflowId} limit 1`))?.id;
}

/** What stands in the way of somebody to whom a holder of the visit has delegated: the delegation has ended, or is not about this. Undefined without any delegation. */
export async function whyNotStandIn(tx: Executor, actorId: string, visitId: string, at: string): Promise<{ live: boolean; party: boolean; acted: boolean } | undefined> {
  return tx.one(sql<{ live: boolean; party: boolean; acted: boolean }>`
    select d.from_at <= ${at}::timestamptz and ${at}::timestamptz < coalesce(d.ended_at, d.to_at) as live, is_party(v.workflow_id, v.subject_id, v.approval_id, array[d.delegate_id, d.delegator_id]) as party,
      has_acted_for_another(d.delegate_id, d.delegator_id, v.id, ${[...fourEyesSteps]}::text[]) as acted
    from visits v join processes p on p.workflow_id = v.workflow_id join tasks t on t.visit_id = v.id and t.state = 'open' join delegations d on d.delegator_id = t.assignee_id and p.kind = any(d.kinds)
    where v.id = ${visitId} and d.delegate_id = ${actorId} order by d.to_at desc limit 1`);
}
