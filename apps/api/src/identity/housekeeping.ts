import type { Database } from '@fairmark/persistence/database';
import { purgeSessions, purgeThrottles } from '@fairmark/persistence/identity';
import { repeat, type BackgroundTask } from '@fairmark/runtime/background';
import type { Logger } from '@fairmark/runtime/logging';

const EVERY_MS = 60 * 60 * 1000;

/** Removes sessions and counters that have ended, every hour. They no longer count before that. */
export function startHousekeeping(database: Database, logger: Logger): BackgroundTask {
  return repeat('sign-in housekeeping', EVERY_MS, logger, async () => {
    await purgeSessions(database.read);
    await purgeThrottles(database.read);
  });
}
