import type { OpenAPIObject } from '@nestjs/swagger';
import { createOrm, Database } from '@fairmark/persistence/database';
import { loadConfig } from '@fairmark/runtime/config';
import { createLogger } from '@fairmark/runtime/logging';
import { lazyTemporalClient } from '@fairmark/runtime/temporal';
import { accessRules } from '../access/index.js';
import { createApp } from '../createApp.js';
import { Queues } from '../queues/queues.js';
import { buildDocument } from './document.js';

/** Addresses that nobody answers at, and keys of zeros: the application is built, never started. */
const nowhere = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere',
  SESSION_SECRET: '0'.repeat(32),
  CODEC_KEYS: JSON.stringify({ active: 'none', keys: { none: Buffer.alloc(32).toString('base64') } }),
};

/** The description of the whole API without a database, Temporal or queues. */
export async function describeApi(): Promise<OpenAPIObject> {
  const config = loadConfig(nowhere);
  const logger = createLogger('openapi', 'silent');
  const database = new Database(await createOrm({ url: config.database.url, poolMax: 1 }));
  const app = await createApp({ config, logger, database, temporal: lazyTemporalClient(config), queues: Queues.open(config, logger, false) });
  return buildDocument(app, accessRules);
}
