import type { Database } from '@fairmark/persistence/database';
import { watchRisks } from '@fairmark/persistence/risks';
import { repeat, type BackgroundTask } from '@fairmark/runtime/background';
import type { Logger } from '@fairmark/runtime/logging';

const EVERY_MS = 600_000;

/** Looks every ten minutes whether an early warning begins or ends. */
export function startRiskWatch(database: Database, logger: Logger): BackgroundTask {
  return repeat('riskWatch', EVERY_MS, logger, async () => {
    await database.transaction((tx) => watchRisks(tx, new Date().toISOString()));
    return false;
  });
}
