import type { Database } from '@fairmark/persistence/database';
import type { Config } from '@fairmark/runtime/config';
import { accountsOf, companyOf, SampleFiles } from './files.js';
import { importCompany, openAccounts } from './load.js';

export { type SampleAccount } from './files.js';

/** People who take part in reviews unless somebody asks for more. */
export const SAMPLE_PEOPLE = 60;

/**
 * Loads the sample company: writes its CSV files, imports them, opens the accounts and lists them in `sample-accounts.json`. Whatever was broken off
 * goes on; a second run changes nothing.
 */
export async function loadSampleCompany(database: Database, config: Pick<Config, 'home' | 'environment'>, people: number): Promise<string> {
  if (config.environment === 'production') throw new Error('There is no sample company in production.');
  const files = new SampleFiles(config.home);
  const recipe = files.recipe(people, new Date().toISOString().slice(0, 10));
  const company = companyOf(recipe);
  await importCompany(database, files.writeCsv(company, recipe.today), recipe.today);
  await openAccounts(database, company, recipe.password);
  files.writeAccounts(accountsOf(company, recipe.password));
  return files.accountsFile;
}
