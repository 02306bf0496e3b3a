import { sql, type Executor } from '@fairmark/persistence/database';

export interface OutboxRow {
  id: string;
  channel: 'start' | 'signal';
  body: { workflowId: string; eventId?: string };
}

/** The oldest message to a process that was not delivered yet. */
export async function nextOutboxRow(tx: Executor): Promise<OutboxRow | undefined> {
  return tx.one(sql<OutboxRow>`select id, channel, body from outbox where channel in ('start', 'signal') and relayed_at is null order by id limit 1`);
}

/** Finds the visit a test means: by id, else the open visit of a step where the person has a task, else the only open one. */
export async function pickVisit(tx: Executor, actorId: string, where: string): Promise<{ workflowId: string; visitId: string }> {
  const rows = await tx.all(sql<{ visitId: string; workflowId: string; own: boolean }>`
    select v.id as "visitId", v.workflow_id as "workflowId", exists (select 1 from tasks t where t.visit_id = v.id and t.assignee_id = ${actorId} and t.state = 'open') as own
    from visits v where v.id::text = ${where} or (v.step = ${where} and v.state = 'open') order by own desc, v.opened_at`);
  const [first, second] = rows;
  if (!first) throw new Error(`No open visit ${where}`);
  if (second && first.own === second.own) throw new Error(`More than one open visit ${where}: name it by id`);
  return { workflowId: first.workflowId, visitId: first.visitId };
}
