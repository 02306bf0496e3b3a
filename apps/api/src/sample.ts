import { argv } from 'node:process';
import { parseArgs } from 'node:util';
import { createOrm, Database } from '@fairmark/persistence/database';
import { loadConfig } from '@fairmark/runtime/config';
import { loadSampleCompany, SAMPLE_PEOPLE } from './sample/index.js';

/** Loads the sample company: `sample [--people N]`. Everything of the company is under FAIRMARK_HOME afterwards. */
const { values } = parseArgs({ args: argv.slice(2), options: { people: { type: 'string' } } });
const config = loadConfig();
const database = new Database(await createOrm({ url: config.database.url, poolMax: 4 }));
try {
  const accountsFile = await loadSampleCompany(database, config, Number(values.people ?? SAMPLE_PEOPLE));
  console.log(`Sample company loaded. Accounts: ${accountsFile}`);
} finally {
  await database.close();
}
