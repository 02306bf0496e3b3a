import { sql, type Executor } from '../database/index.js';

/** Where a row goes: `mail`, `webhook` and `export` to their queues, `start` and `signal` to Temporal. */
export type OutboxChannel = 'mail' | 'webhook' | 'export' | 'start' | 'signal';

/** Writes a message that leaves after the commit, at least once. Bodies carry ids, never names or texts. The relay is told with the commit. */
export async function enqueue(tx: Executor, channel: OutboxChannel, body: Record<string, unknown>, notBefore: string | null = null): Promise<void> {
  await tx.run(sql`with row as (insert into outbox (channel, body, not_before) values (${channel}, ${JSON.stringify(body)}, ${notBefore}) returning id) select pg_notify('outbox', '') from row`);
}

/** Tells the relay that a set-based statement of this transaction has written messages. */
export async function tellRelay(tx: Executor): Promise<void> {
  await tx.run(sql`select pg_notify('outbox', '')`);
}
