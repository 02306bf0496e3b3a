import { createOrm } from './orm.js';

/**
 * Statements that would turn the migrated schema into what the entities say; none when both agree. Only tables with an entity are compared, by their
 * columns and indexes: other tables and all constraints are written in SQL and have no second description that could differ.
 */
export async function schemaDrift(ownerUrl: string): Promise<string[]> {
  const orm = await createOrm({ url: ownerUrl, poolMax: 2 });
  try {
    const tables = [...orm.getMetadata().getAll().values()].map((entity) => entity.tableName);
    const statements = (await orm.schema.getUpdateSchemaSQL({ wrap: false, safe: false, dropTables: false })).split(/;\s*\n/).map((text) => text.trim());
    return statements.filter((statement) => !/ (add|drop) constraint /.test(statement) && tables.some((table) => concerns(statement, table)));
  } finally {
    await orm.close();
  }
}

function concerns(statement: string, table: string): boolean {
  return new RegExp(`^(alter|create) table "${table}"|^(create|alter|drop) .*index .* on "${table}"|^comment on .*"${table}"`).test(statement);
}
