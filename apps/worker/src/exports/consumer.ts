import type { ExportBody } from '@fairmark/contracts/exports';
import { sql, type Database } from '@fairmark/persistence/database';
import { exportContent, settleExport, takeExport } from '@fairmark/persistence/exports';
import type { BackgroundTask } from '@fairmark/runtime/background';
import type { Config } from '@fairmark/runtime/config';
import { keepExport } from '@fairmark/runtime/exports';
import type { Logger } from '@fairmark/runtime/logging';
import { openQueueWorker } from '@fairmark/runtime/queues';

export type ExportJob = ExportBody & { outboxId: string };
type Settings = Pick<Config, 'home' | 'codecKeys' | 'redisUrl' | 'database'>;

/** Takes exports from their queue, one at a time: a big one must not slow down decisions. */
export function startExportConsumer(database: Database, config: Settings, logger: Logger): BackgroundTask {
  const worker = openQueueWorker('export', (job) => buildExport(database, config, job.data as ExportJob, new Date().toISOString()), config, logger, { concurrency: 1 });
  return { stop: () => worker.close() };
}

/**
 * Builds one file. The row is locked, the file written under its id, then row and notice commit: a crash in between leaves a file that the next attempt replaces, and nobody is told of a file that is not there. A job that
 * comes twice finds the row ready.
 */
export async function buildExport(database: Database, config: Pick<Settings, 'home' | 'codecKeys'>, { exportId, outboxId }: ExportJob, now: string): Promise<'built' | 'built before'> {
  return database.transaction(async (tx) => {
    const wanted = await takeExport(tx, exportId);
    if (!wanted) return 'built before';
    const bytes = await keepExport(config, exportId, await exportContent(tx, wanted, now));
    await settleExport(tx, wanted, bytes, now);
    await tx.run(sql`insert into deliveries (outbox_id, channel, reference) values (${outboxId}, 'export', ${exportId}) on conflict do nothing`);
    return 'built';
  });
}
