import { sql } from 'kysely';
import type { Database } from './database.js';
import { createOrm } from './orm.js';

/** Brings the database to this version. Runs as the owner of the tables, because only its default privileges reach the application role. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const orm = await createOrm({ url: ownerUrl, poolMax: 2 });
  try {
    const done = await orm.migrator.up();
    return done.map((migration) => migration.name);
  } finally {
    await orm.close();
  }
}

/** Refuses to work with a role that could rewrite the audit record. */
export async function assertApplicationRole(database: Database): Promise<void> {
  const row = await database.read.one(sql<{ owner: boolean }>`
    select bool_or(pg_has_role(current_user, relowner, 'usage')) as owner from pg_class where oid = 'audit.entries'::regclass`);
  if (row?.owner !== false) throw new Error('The database role of the application owns the audit record. Use the role fairmark_app.');
}
