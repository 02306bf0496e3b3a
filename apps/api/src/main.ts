import { assertApplicationRole, createOrm, Database } from '@fairmark/persistence/database';
import { loadConfig } from '@fairmark/runtime/config';
import { createLogger } from '@fairmark/runtime/logging';
import { lazyTemporalClient } from '@fairmark/runtime/temporal';
import { createApp } from './createApp.js';
import { stopOnRequest } from './infrastructure/stopOnRequest.js';

const config = loadConfig();
const logger = createLogger('api', config.logLevel);
const database = new Database(await createOrm({ url: config.database.url, poolMax: config.database.poolMax }));
await assertApplicationRole(database);
const app = await createApp({ config, logger, database, temporal: lazyTemporalClient(config) });
stopOnRequest(app, logger);
await app.listen(config.http.port, config.http.host);
logger.info({ port: config.http.port }, 'listening');
process.send?.({ ready: true });
