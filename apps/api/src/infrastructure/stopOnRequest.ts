import type { INestApplication } from '@nestjs/common';
import type { BackgroundTask } from '@fairmark/runtime/background';
import type { Logger } from '@fairmark/runtime/logging';

/** Requests that have not ended by then are cut off: the supervisor is waiting. */
const GRACE_MS = 10_000;

/**
 * Stops in order on SIGTERM, on Ctrl-C and when the supervisor's channel closes: new requests are refused, running ones end, then the
 * connections close. A second signal does not start it again.
 */
export function stopOnRequest(app: INestApplication, tasks: readonly BackgroundTask[], logger: Logger): void {
  let stopping = false;
  const stop = (why: string): void => {
    if (stopping) return;
    stopping = true;
    logger.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    closeAll(app, tasks).then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(signal));
  process.on('disconnect', () => stop('supervisor gone'));
}

/** The tasks use the database, which closes with the application. */
async function closeAll(app: INestApplication, tasks: readonly BackgroundTask[]): Promise<void> {
  await Promise.all(tasks.map((task) => task.stop()));
  await app.close();
}
