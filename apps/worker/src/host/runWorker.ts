import process from 'node:process';
import { assertApplicationRole, createOrm, Database } from '@fairmark/persistence/database';
import { startHeartbeats, type BackgroundTask } from '@fairmark/runtime/background';
import type { Config } from '@fairmark/runtime/config';
import type { Logger } from '@fairmark/runtime/logging';
import { lazyTemporalClient } from '@fairmark/runtime/temporal';
import { activitiesOf } from '../activities.js';
import { backgroundTasks } from './backgroundTasks.js';
import { connectWithRetry, createWorker } from './temporalWorker.js';

/**
 * Runs the worker until it is told to stop. Heartbeats come first, because a gap must be recorded before any deadline acts; the database pool closes last,
 * because decisions under way still need it. Rejects when Temporal's worker fails: the process must end, a half-dead worker takes tasks and never answers.
 */
export async function runWorker(config: Config, logger: Logger, stop: AbortSignal): Promise<void> {
  const database = new Database(await createOrm({ url: config.database.url, poolMax: config.database.poolMax }));
  const closing: (() => Promise<unknown>)[] = [() => database.close()];
  try {
    await assertApplicationRole(database);
    const heartbeats = await startHeartbeats(database, 'worker', logger);
    closing.unshift(() => heartbeats.stop());
    const connection = await connectWithRetry(config.temporal.address, logger, stop);
    closing.unshift(() => connection.close());
    const client = lazyTemporalClient(config);
    closing.unshift(() => client.connection.close());
    const worker = await createWorker(config, connection, activitiesOf(database, logger));
    const tasks = backgroundTasks({ config, database, client, logger });
    closing.unshift(() => stopAll(tasks));
    stop.addEventListener('abort', () => worker.getState() === 'RUNNING' && worker.shutdown());
    const running = worker.run();
    if (stop.aborted) worker.shutdown();
    logger.info('polling');
    process.send?.({ ready: true });
    await running;
  } finally {
    for (const close of closing) await close().catch((error: unknown) => logger.warn({ err: error }, 'closing failed'));
  }
}

async function stopAll(tasks: readonly BackgroundTask[]): Promise<void> {
  await Promise.all(tasks.map((task) => task.stop()));
}
