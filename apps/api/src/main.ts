import { assertApplicationRole, createOrm, Database } from '@fairmark/persistence/database';
import { startHeartbeats } from '@fairmark/runtime/background';
import { type Config, ConfigurationError, loadConfig } from '@fairmark/runtime/config';
import { createLogger } from '@fairmark/runtime/logging';
import { lazyTemporalClient } from '@fairmark/runtime/temporal';
import { createApp } from './createApp.js';
import { startHousekeeping } from './identity/housekeeping.js';
import { stopOnRequest } from './infrastructure/stopOnRequest.js';
import { Queues } from './queues/queues.js';

/** Starts the API: it serves once this returns, and tells its supervisor. */
async function start(config: Config): Promise<void> {
  const logger = createLogger('api', config.logLevel);
  const database = new Database(await createOrm({ url: config.database.url, poolMax: config.database.poolMax }));
  await assertApplicationRole(database);
  const app = await createApp({ config, logger, database, temporal: lazyTemporalClient(config), queues: Queues.open(config, logger, true) });
  const tasks = [await startHeartbeats(database, 'api', logger), startHousekeeping(database, logger)];
  stopOnRequest(app, tasks, logger);
  await app.listen(config.http.port, config.http.host);
  logger.info({ port: config.http.port }, 'listening');
  process.send?.({ ready: true });
}

try {
  await start(loadConfig());
} catch (error) {
  // A fault of the configuration is for the person who starts it: what to mend, without the places it passed.
  console.error(error instanceof ConfigurationError ? error.message : error);
  process.exit(1);
}
