import type { Database } from '@fairmark/persistence/database';
import { purgeOutbox } from '@fairmark/persistence/process';
import { repeat, type BackgroundTask } from '@fairmark/runtime/background';
import type { Logger } from '@fairmark/runtime/logging';

const EVERY_MS = 3_600_000;
/** Small enough that nothing waits for its locks. */
const PAGE = 1_000;
const DAY_MS = 86_400_000;

/** Takes messages that left more than `retentionDays` ago out of the outbox, page by page. */
export function startPurge(database: Database, retentionDays: number, logger: Logger): BackgroundTask {
  return repeat('purge', EVERY_MS, logger, async () => (await purgePage(database, retentionDays, Date.now())) === PAGE);
}

/** One page. Answers how many rows were taken. */
export async function purgePage(database: Database, retentionDays: number, nowMs: number): Promise<number> {
  const before = new Date(nowMs - retentionDays * DAY_MS).toISOString();
  return database.transaction((tx) => purgeOutbox(tx, before, PAGE));
}
