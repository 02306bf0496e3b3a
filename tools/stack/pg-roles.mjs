import pg from 'pg';

/** @typedef {{ owner: string, app: string }} RolePasswords */

const literal = (text) => pg.escapeLiteral(text);
const identifier = (text) => pg.escapeIdentifier(text);

/** Runs statements one by one on one connection. @template T @param {string} url @param {(client: pg.Client) => Promise<T>} work @returns {Promise<T>} */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The two logins: migrations belong to one, the running application uses the other. Passwords are brought up to date. */
async function ensureRoles(client, passwords) {
  for (const [role, password] of [['fairmark_owner', passwords.owner], ['fairmark_app', passwords.app]]) {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    await client.query(`${known.rowCount ? 'alter' : 'create'} role ${role} login password ${literal(password)}`);
  }
}

async function ensureDatabase(client, name) {
  const known = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (!known.rowCount) await client.query(`create database ${identifier(name)} owner fairmark_owner`);
  for (const statement of databaseGrants(name)) await client.query(statement);
}

/**
 * Grants that belong to the database itself: a copy made from a template does not inherit them. CREATE is there because BullMQ
 * says CREATE SCHEMA IF NOT EXISTS for its own, existing schema; it gives no right on the schemas of the owner.
 * @param {string} name */
export const databaseGrants = (name) => [
  `revoke all on database ${identifier(name)} from public`,
  `grant connect, temporary, create on database ${identifier(name)} to fairmark_app`,
];

/** Schemas, extensions and default privileges. All are safe to repeat. A migration run by another role would get none of them. */
export const SCHEMA_STATEMENTS = [
  'create extension if not exists btree_gist',
  'create extension if not exists pg_trgm',
  'create extension if not exists pgcrypto',
  'revoke create on schema public from public',
  'alter schema public owner to fairmark_owner',
  'create schema if not exists audit authorization fairmark_owner',
  'create schema if not exists ops authorization fairmark_owner',
  'create schema if not exists bullmq authorization fairmark_app',
  'grant usage on schema public, audit to fairmark_app',
  'alter default privileges for role fairmark_owner in schema public grant select, insert, update, delete on tables to fairmark_app',
  'alter default privileges for role fairmark_owner in schema public grant usage, select on sequences to fairmark_app',
  'alter default privileges for role fairmark_owner in schema audit grant select, insert on tables to fairmark_app',
  'alter default privileges for role fairmark_owner in schema audit grant usage, select on sequences to fairmark_app',
];

/**
 * Makes roles, database, schemas and default privileges; safe to run at every start.
 * @param {(database?: string) => string} adminUrl address of a role that may create roles, per database
 * @param {string} database @param {RolePasswords} passwords
 * @returns {Promise<{ ownerUrl: string, appUrl: string }>}
 */
export async function setUpDatabase(adminUrl, database, passwords) {
  await withClient(adminUrl(), async (client) => {
    await ensureRoles(client, passwords);
    await ensureDatabase(client, database);
  });
  await withClient(adminUrl(database), async (client) => {
    for (const statement of SCHEMA_STATEMENTS) await client.query(statement);
  });
  return roleUrls(adminUrl(database), passwords);
}

/** Addresses of both roles beside a given one. @param {string} databaseUrl @param {RolePasswords} passwords */
export function roleUrls(databaseUrl, passwords) {
  const as = (user, password) => Object.assign(new URL(databaseUrl), { username: user, password: encodeURIComponent(password) }).href;
  return { ownerUrl: as('fairmark_owner', passwords.owner), appUrl: as('fairmark_app', passwords.app) };
}
