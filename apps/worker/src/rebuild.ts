import process from 'node:process';
import { createOrm, Database } from '@fairmark/persistence/database';
import { loadConfig } from '@fairmark/runtime/config';
import { connectTemporal } from '@fairmark/runtime/temporal';
import { rebuildWorkflows } from './rebuild/rebuild.js';

/** `npm run rebuild:workflows`: Temporal's part of every open process, made anew from the database. */
const config = loadConfig();
const database = new Database(await createOrm({ url: config.database.url, poolMax: 4 }));
const client = await connectTemporal(config);
try {
  const rebuilt = await rebuildWorkflows(database, client, (done) => process.stderr.write(`\r${done} processes`));
  process.stderr.write('\n');
  process.stdout.write(`${JSON.stringify(rebuilt)}\n`);
} finally {
  await client.connection.close();
  await database.close();
}
