import { createQueryId, PostgresQueryCompiler, type RawBuilder } from 'kysely';

/** Text and values of a query as the driver takes them. */
export function compiled(query: RawBuilder<unknown>): { text: string; values: unknown[] } {
  const { sql, parameters } = new PostgresQueryCompiler().compileQuery(query.toOperationNode() as Parameters<PostgresQueryCompiler['compileQuery']>[0], createQueryId());
  return { text: sql, values: [...parameters] };
}
