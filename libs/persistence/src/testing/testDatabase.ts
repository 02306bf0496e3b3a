import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { createOrm } from '../database/orm.js';

const TEMPLATE = 'fairmark_template';
const TEMPLATE_LOCK = 716_253;

export interface TestDatabase {
  /** Connected as the application role. */
  database: Database;
  /** Address for the application role. */
  url: string;
  /** Address for the owner of the tables. */
  ownerUrl: string;
  drop(): Promise<void>;
}

/**
 * A migrated database of its own for one test file, copied from a template in about 30 ms.
 * `adminUrl` is a superuser's address (TEST_DATABASE_URL) on a server where the roles
 * `fairmark_owner` and `fairmark_app` exist with the passwords `owner` and `app`.
 */
export async function createTestDatabase(adminUrl: string): Promise<TestDatabase> {
  const name = `t_${randomBytes(8).toString('hex')}`;
  const ownerUrl = withLogin(adminUrl, 'fairmark_owner', 'owner', name);
  const url = withLogin(adminUrl, 'fairmark_app', 'app', name);
  await asAdmin(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    try {
      await ensureTemplate(client, adminUrl);
      await client.query(`create database ${name} template ${TEMPLATE} owner fairmark_owner`);
      await client.query(`grant connect, temporary on database ${name} to fairmark_app`);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
    }
  });
  const database = new Database(await createOrm({ url, poolMax: 8 }));
  const drop = async () => {
    await database.close();
    await asAdmin(adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
  };
  return { database, url, ownerUrl, drop };
}

/** The template is made once per server and remade when the migrations changed. */
async function ensureTemplate(client: pg.Client, adminUrl: string): Promise<void> {
  const exists = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
  if (!exists.rowCount) {
    await client.query(`create database ${TEMPLATE} owner fairmark_owner`);
    await asAdmin(withDatabase(adminUrl, TEMPLATE), prepareSchemas);
  }
  await migrate(withLogin(adminUrl, 'fairmark_owner', 'owner', TEMPLATE));
}

/** The same rights as a real installation: see `tools/stack` for the local one. */
async function prepareSchemas(client: pg.Client): Promise<void> {
  for (const statement of [
    'create extension if not exists btree_gist',
    'alter schema public owner to fairmark_owner',
    'revoke create on schema public from public',
    'create schema if not exists audit authorization fairmark_owner',
    'create schema if not exists ops authorization fairmark_owner',
    'create schema if not exists bullmq authorization fairmark_app',
    'grant usage on schema public, audit to fairmark_app',
    'alter default privileges for role fairmark_owner in schema public grant select, insert, update, delete on tables to fairmark_app',
    'alter default privileges for role fairmark_owner in schema audit grant select, insert on tables to fairmark_app',
    'alter default privileges for role fairmark_owner in schema public, audit grant usage, select on sequences to fairmark_app',
  ]) await client.query(statement);
}

async function asAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

function withLogin(url: string, user: string, password: string, database: string): string {
  const changed = new URL(withDatabase(url, database));
  changed.username = user;
  changed.password = password;
  return changed.toString();
}
