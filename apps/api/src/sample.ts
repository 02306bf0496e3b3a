import { argv } from 'node:process';
import { parseArgs } from 'node:util';
import { createOrm, Database } from '@fairmark/persistence/database';
import { loadConfig } from '@fairmark/runtime/config';
import { loadSampleCompany, loadSampleCycle, SAMPLE_PEOPLE } from './sample/index.js';

/**
 * Loads the sample company and starts its first cycle on the running API: `sample [--people N] [--no-cycle]`. Its files and accounts are under FAIRMARK_HOME
 * afterwards. May be run again at any time: it goes on where it was broken off.
 */
const { values } = parseArgs({ args: argv.slice(2), options: { people: { type: 'string' }, 'no-cycle': { type: 'boolean' } } });
const config = loadConfig();
const database = new Database(await createOrm({ url: config.database.url, poolMax: 4 }));
try {
  const sample = await loadSampleCompany(database, config, Number(values.people ?? SAMPLE_PEOPLE));
  console.log(`Sample company loaded. Accounts: ${sample.accountsFile}`);
  if (!values['no-cycle']) {
    await loadSampleCycle(config, sample);
    console.log('First cycle launched.');
  }
} finally {
  await database.close();
}
