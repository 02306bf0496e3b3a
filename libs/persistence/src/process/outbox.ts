import { sql, type Executor } from '../database/index.js';

/** Where a row goes: `mail` and `export` to their queues, `start` and `signal` to Temporal. */
export type OutboxChannel = 'mail' | 'export' | 'start' | 'signal';

/** Writes a message that leaves after the commit, at least once. Bodies carry ids, never names or texts. */
export async function enqueue(tx: Executor, channel: OutboxChannel, body: Record<string, unknown>, notBefore: string | null = null): Promise<void> {
  await tx.run(sql`insert into outbox (channel, body, not_before) values (${channel}, ${JSON.stringify(body)}, ${notBefore})`);
}
