import os from 'node:os';
import process from 'node:process';
import { createOrm, Database, sql } from '@fairmark/persistence/database';
import { loadConfig } from '@fairmark/runtime/config';

/** A worker gives a sign of life every 5 seconds while it works. */
const SILENT_SECONDS = 20;

/** Health check of a container: ends with 0 when the worker on this machine gave a sign of life lately. */
const config = loadConfig();
const database = new Database(await createOrm({ url: config.database.url, poolMax: 1 }));
try {
  const alive = await database.read.one(
    sql`select 1 from heartbeats where component = 'worker' and starts_with(instance, ${`${os.hostname()}/`}) and at > clock_timestamp() - make_interval(secs => ${SILENT_SECONDS}) limit 1`,
  );
  process.exitCode = alive ? 0 : 1;
} finally {
  await database.close();
}
