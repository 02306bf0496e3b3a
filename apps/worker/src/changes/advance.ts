import { advanceChanges } from '@fairmark/persistence/changes';
import type { Database } from '@fairmark/persistence/database';
import { repeat, type BackgroundTask } from '@fairmark/runtime/background';
import type { Logger } from '@fairmark/runtime/logging';

const EVERY_MS = 2_000;

/** Takes changes of the organisation, whose day has come, to the processes they concern. Several workers share the work: a row is taken by one at a time. */
export function startChanges(database: Database, logger: Logger): BackgroundTask {
  return repeat('changes', EVERY_MS, logger, async () => {
    while (await advanceChanges(database, new Date().toISOString())) continue;
  });
}
