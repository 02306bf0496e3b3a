import type { Database } from '@fairmark/persistence/database';
import type { Config } from '@fairmark/runtime/config';
import { quarterFiles } from './data.js';
import { accountsOf, companyOf, SampleFiles, type Recipe, type SampleAccount } from './files.js';
import type { SampleCompany } from './company/index.js';
import { startSampleCycle } from './cycle/index.js';
import { sampleQuarter } from './period.js';
import { importCompany, openAccounts } from './load.js';

export type { SampleAccount } from './files.js';
export { sampleMetrics } from './metrics/index.js';
export { sampleRewardBases } from './rewardBases.js';

/** People who take part in reviews unless somebody asks for more. */
export const SAMPLE_PEOPLE = 60;

export interface LoadedSample {
  company: SampleCompany;
  accounts: SampleAccount[];
  accountsFile: string;
  recipe: Recipe;
}

/**
 * Loads the sample company: writes its CSV files, imports them, opens the accounts and lists them in `sample-accounts.json`. Whatever was broken off
 * goes on; a second run changes nothing.
 */
export async function loadSampleCompany(database: Database, config: Pick<Config, 'home' | 'environment'>, people: number): Promise<LoadedSample> {
  if (config.environment === 'production') throw new Error('There is no sample company in production.');
  const files = new SampleFiles(config.home);
  const recipe = files.recipe(people, new Date().toISOString().slice(0, 10));
  const company = companyOf(recipe);
  await importCompany(database, files.writeCsv(company, recipe.today), recipe.today);
  await openAccounts(database, company, recipe.password);
  const accounts = accountsOf(company, recipe.password);
  files.writeAccounts(accounts);
  files.writeData(quarterFiles(company, recipe, sampleQuarter(recipe.today)));
  return { company, accounts, accountsFile: files.accountsFile, recipe };
}

/** Starts the first cycle on the running API of this configuration. */
export async function loadSampleCycle(config: Pick<Config, 'http'>, { company, accounts, recipe }: LoadedSample): Promise<void> {
  await startSampleCycle({ url: localUrl(config.http), company, accounts, recipe });
}

/** The API on this machine, whatever address people use. */
function localUrl({ host, port }: Pick<Config['http'], 'host' | 'port'>): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}
