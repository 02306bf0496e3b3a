import process from 'node:process';
import { loadConfig } from '@fairmark/runtime/config';
import { createLogger } from '@fairmark/runtime/logging';
import { Runtime } from '@temporalio/worker';
import { runWorker } from './host/runWorker.js';
import { stopRequest } from './host/stopRequest.js';
import { temporalLogger } from './host/temporalLogger.js';

const config = loadConfig();
const logger = createLogger('worker', config.logLevel);
// Who asks this process to end is known here; Temporal's own signal handlers would stop polling before the supervisor wants it.
Runtime.install({ logger: temporalLogger(logger), shutdownSignals: [] });
const stop = stopRequest();
try {
  await runWorker(config, logger, stop);
  process.exit(0);
} catch (error) {
  // Told to stop before Temporal answered: nothing was begun.
  if (stop.aborted) process.exit(0);
  logger.fatal({ err: error }, 'the worker ended');
  process.exit(1);
}
