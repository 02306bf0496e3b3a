import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from '../setup/run.mjs';
import { root } from '../stack/paths.mjs';

const ENTRY = 'apps/api/dist/migrate.js';

/**
 * Migrates the database that test databases are copied from, once for the whole run.
 * @param {NodeJS.ProcessEnv} env of the test stack
 */
export async function migrateTemplate(env) {
  if (!existsSync(path.join(root, ENTRY))) return { ok: true, output: '' };
  return run('node', [ENTRY], { env: { DATABASE_OWNER_URL: env.TEST_DATABASE_OWNER_URL, DATABASE_URL: env.TEST_DATABASE_APP_URL } });
}
