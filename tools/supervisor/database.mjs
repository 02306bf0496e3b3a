import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root, setUpDatabase, StackError, withClient } from '../stack/index.mjs';
import { newer } from './home.mjs';

const NAME = 'fairmark';
const COMPILED = path.join(root, 'libs/persistence/dist/migrations');

/** @typedef {{ ownerUrl: string, appUrl: string }} DatabaseUrls */

/** A database of one's own as it is reached by a superuser. @param {string} url */
const perDatabase = (url) => (database) => Object.assign(new URL(url), { pathname: `/${database ?? 'postgres'}` }).href;

const NO_SUCH_DATABASE = '3D000';

/** @param {string} url @returns {Promise<{ superuser: boolean, version: number }>} */
const ask = (url) => withClient(url, async (client) => {
  const { rows } = await client.query("select rolsuper as superuser, current_setting('server_version_num')::int as version from pg_roles where rolname = current_user");
  return rows[0];
});

/** Who we are there, and on what. A database that is still to be made is no fault. @param {string} url */
async function look(url) {
  try {
    return await ask(url).catch((error) => {
      if (error.code === NO_SUCH_DATABASE) return ask(perDatabase(url)());
      throw error;
    });
  } catch (error) {
    throw new StackError('DATABASE', `DATABASE_URL cannot be used: ${error.message || error.code}. Check the address, or remove DATABASE_URL to use the PostgreSQL that comes with Fairmark.`);
  }
}

/**
 * A database given by DATABASE_URL. With DATABASE_OWNER_URL both roles are somebody else's work; a superuser's address alone is
 * enough to make them here.
 * @param {NodeJS.ProcessEnv} env @param {{ owner: string, app: string }} passwords
 * @returns {Promise<DatabaseUrls>} @throws {StackError} DATABASE
 */
export async function givenDatabase(env, passwords) {
  const { superuser, version } = await look(env.DATABASE_URL);
  if (version < 180_000) throw new StackError('DATABASE', `DATABASE_URL leads to PostgreSQL ${Math.floor(version / 10_000)}. Fairmark needs 18 or newer.`);
  if (env.DATABASE_OWNER_URL) return { ownerUrl: env.DATABASE_OWNER_URL, appUrl: env.DATABASE_URL };
  if (!superuser) throw new StackError('DATABASE', 'DATABASE_URL is set without DATABASE_OWNER_URL, and its role is no superuser. Set both (docs/run.md, "A database of your own"), or give the address of a superuser.');
  return setUpDatabase(perDatabase(env.DATABASE_URL), new URL(env.DATABASE_URL).pathname.slice(1) || NAME, passwords);
}

/** The database of our own server. @param {(database?: string) => string} adminUrl @param {{ owner: string, app: string }} passwords */
export const ownDatabase = (adminUrl, passwords) => setUpDatabase(adminUrl, NAME, passwords);

/** Migrations that this version knows; undefined when it was not compiled. */
function knownMigrations() {
  if (!existsSync(COMPILED)) return undefined;
  return new Set(readdirSync(COMPILED).flatMap((name) => name.match(/^(Migration\w+)\.js$/)?.[1] ?? []));
}

/**
 * Refuses tables that a newer version has changed.
 * @param {DatabaseUrls} urls @param {string} home @throws {StackError} DATA_NEWER
 */
export async function refuseNewerTables({ ownerUrl }, home) {
  const known = knownMigrations();
  const done = await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query("select to_regclass('ops.mikro_orm_migrations') is not null as there");
    return rows[0].there ? (await client.query('select name from ops.mikro_orm_migrations')).rows.map(({ name }) => name.replace(/\.[jt]s$/, '')) : [];
  });
  const foreign = known && done.find((name) => !known.has(name));
  if (foreign) throw newer(home, foreign);
}

/** Whether an organisation was loaded before. @param {string} appUrl */
export const hasPeople = (appUrl) => withClient(appUrl, async (client) => (await client.query('select exists (select from employees) as found')).rows[0].found);
