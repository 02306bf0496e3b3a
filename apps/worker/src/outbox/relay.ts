import { setTimeout as sleep } from 'node:timers/promises';
import { sql, type Database, type Executor } from '@fairmark/persistence/database';
import type { OutboxChannel } from '@fairmark/persistence/process';
import { listen, repeat, type BackgroundTask } from '@fairmark/runtime/background';
import type { Logger } from '@fairmark/runtime/logging';
import type { Deliver, OutboxRow } from './row.js';

/** Rows of one page: they stay locked while they are handed over, so that another worker takes others. */
const PAGE = 100;
/** Fan-outs go out side by side, but leave room for the updates of people. */
const AT_ONCE = 16;
/** After so many failures in one page the other side is away: the rest of the page is left for the next look. */
const GIVE_UP = AT_ONCE;
/** Every commit with a message wakes the relay; under load many of them leave in one page instead of a page each. */
const GATHER_MS = 20;
/** A notification can be lost with its connection; rows that wait for their time have none. */
const LOOK_EVERY_MS = 1_000;
/** Short, because what waits here is a person's next step: after an outage everything goes on within seconds. */
const LONGEST_PAUSE_SECONDS = 8;

/** Takes what transactions have written out of the database: at least once, soon after the commit. */
export function startRelay(database: Database, url: string, deliver: Readonly<Record<OutboxChannel, Deliver>>, logger: Logger, everyMs = LOOK_EVERY_MS): BackgroundTask {
  const look = async (): Promise<boolean> => {
    await sleep(GATHER_MS);
    return (await relayPage(database, deliver, logger)) === PAGE;
  };
  const task = repeat('outbox', everyMs, logger, look);
  const listening = listen({ url, channel: 'outbox', onMessage: task.nudge, onConnect: task.nudge }, logger);
  return {
    stop: async () => {
      await listening.stop();
      await task.stop();
    },
  };
}

/** Hands one page over. Answers how many rows have left. */
export async function relayPage(database: Database, deliver: Readonly<Record<OutboxChannel, Deliver>>, logger: Logger): Promise<number> {
  return database.transaction(async (tx) => {
    const rows = await tx.all(sql<OutboxRow>`
      select id, channel, body, attempts from outbox where relayed_at is null and (not_before is null or not_before <= clock_timestamp()) order by id limit ${PAGE} for update skip locked`);
    const waiting = [...rows];
    const done: string[] = [];
    const later: string[] = [];
    const next = async (): Promise<void> => {
      for (let row = waiting.shift(); row && later.length < GIVE_UP; row = waiting.shift()) ((await handOver(deliver, row, logger)) ? done : later).push(row.id);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    await mark(tx, done, later);
    return done.length;
  });
}

async function handOver(deliver: Readonly<Record<OutboxChannel, Deliver>>, row: OutboxRow, logger: Logger): Promise<boolean> {
  try {
    return (await deliver[row.channel](row)) === 'done';
  } catch (error) {
    logger.warn({ err: error, outboxId: row.id, channel: row.channel, attempts: row.attempts }, 'handing over failed');
    return false;
  }
}

async function mark(tx: Executor, done: string[], later: string[]): Promise<void> {
  if (done.length > 0) await tx.run(sql`update outbox set relayed_at = clock_timestamp(), attempts = attempts + 1 where id = any(${done}::bigint[])`);
  if (later.length > 0)
    await tx.run(sql`
      update outbox set attempts = attempts + 1, not_before = clock_timestamp() + make_interval(secs => least(${LONGEST_PAUSE_SECONDS}, power(2, least(attempts, 10)))) where id = any(${later}::bigint[])`);
}
