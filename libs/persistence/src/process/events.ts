import { sql, type Executor } from '../database/index.js';

/** A machine's message to another process. */
export interface ProcessSignal {
  workflowId: string;
  name: string;
  body: Record<string, unknown>;
}

/** Records events for other processes and hands them to the outbox, in their order. */
export async function sendEvents(tx: Executor, signals: readonly ProcessSignal[], actorId: string | null): Promise<void> {
  if (signals.length === 0) return;
  await tx.send(sql`
    with sent as (
      insert into process_events (workflow_id, name, body, actor_id)
      select "workflowId", name, body, ${actorId}::uuid from jsonb_to_recordset(${JSON.stringify(signals)}::jsonb) as s("workflowId" text, name text, body jsonb)
      returning id, workflow_id),
    queued as (insert into outbox (channel, body) select 'signal', jsonb_build_object('workflowId', workflow_id, 'eventId', id) from sent)
    select pg_notify('outbox', '')`);
}
