import { sql, type Executor } from '../database/index.js';

/** Sends one event to the processes of many reviews: rows of the outbox, which the relay delivers in pages. Answers how many. */
export async function sendToReviews(tx: Executor, reviewIds: readonly string[], event: { name: string; body: Record<string, unknown>; actorId: string | null }): Promise<number> {
  return tx.run(sql`
    with sent as (
      insert into process_events (workflow_id, name, body, actor_id)
      select r.workflow_id, ${event.name}, ${JSON.stringify(event.body)}::jsonb, ${event.actorId}::uuid from reviews r where r.id = any(${[...reviewIds]}::uuid[]) and r.state = 'open' order by r.id
      returning id, workflow_id)
    insert into outbox (channel, body) select 'signal', jsonb_build_object('workflowId', workflow_id, 'eventId', id) from sent`);
}
