import type { Database } from '@fairmark/persistence/database';
import { expiredExports, noteDeleted } from '@fairmark/persistence/exports';
import { repeat, type BackgroundTask } from '@fairmark/runtime/background';
import type { Config } from '@fairmark/runtime/config';
import { dropExport } from '@fairmark/runtime/exports';
import type { Logger } from '@fairmark/runtime/logging';

const EVERY_MS = 600_000;
const PAGE = 100;

/** Deletes files whose time is over. The API refuses them from that instant on, whether or not this has run. */
export function startExportExpiry(database: Database, config: Pick<Config, 'home'>, logger: Logger): BackgroundTask {
  return repeat('exportExpiry', EVERY_MS, logger, async () => (await dropExpired(database, config, new Date().toISOString())) === PAGE);
}

/** One page. The file goes first: a row that still says there is one is looked at again. */
export async function dropExpired(database: Database, config: Pick<Config, 'home'>, now: string): Promise<number> {
  return database.transaction(async (tx) => {
    const ids = await expiredExports(tx, now, PAGE);
    for (const id of ids) await dropExport(config, id);
    await noteDeleted(tx, ids, now);
    return ids.length;
  });
}
