import type { Queue } from 'bullmq';
import type { OutboxRow, Relayed } from './row.js';

/** Attempts of a job before it waits for an operator at the queue board. */
const ATTEMPTS = 12;
const FIRST_PAUSE_MS = 2_000;

/** Channels `mail`, `webhook` and `export`. The job carries the outbox id as its own, so a row that is handed over twice is one job. `custom`: the consumer says how long to pause. */
export async function relayJob(queue: Queue, row: OutboxRow, pauses: 'exponential' | 'custom' = 'exponential'): Promise<Relayed> {
  await queue.add(row.channel, { outboxId: row.id, ...row.body }, {
    jobId: `outbox-${row.id}`, attempts: ATTEMPTS, backoff: { type: pauses, delay: FIRST_PAUSE_MS }, removeOnComplete: { age: 7 * 86_400, count: 5_000 }, removeOnFail: false,
  });
  return 'done';
}
