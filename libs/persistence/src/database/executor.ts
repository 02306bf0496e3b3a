import type { EntityManager } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';
import type { QueryResult } from 'pg';

/** Commands whose count of rows says how many they changed. */
const CHANGES = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'];

/**
 * SQL with bound parameters on one connection or transaction. Rows come back as the driver reads them:
 * instants as ISO strings in UTC, dates as `YYYY-MM-DD`, bigint and numeric as strings.
 */
export abstract class Executor {
  /** The entity manager on the same connection or transaction. */
  abstract readonly em: EntityManager;

  protected abstract execute(query: RawBuilder<unknown>): Promise<QueryResult>;

  /**
   * For a statement whose result nobody needs. A transaction only hands it over and goes on: what follows sees what it wrote, and when it fails, the next
   * statement that is waited for or the commit throws its error. Outside a transaction nothing would, so there it is waited for.
   */
  abstract send(query: RawBuilder<unknown>): Promise<void>;

  /** All rows of a query. */
  async all<T>(query: RawBuilder<T>): Promise<T[]> {
    return (await this.execute(query)).rows as T[];
  }

  /** The first row, or undefined. */
  async one<T>(query: RawBuilder<T>): Promise<T | undefined> {
    return (await this.execute(query)).rows[0] as T | undefined;
  }

  /** The number of rows that a statement changed; of a query the number of its rows. */
  async run(query: RawBuilder<unknown>): Promise<number> {
    const { command, rowCount, rows } = await this.execute(query);
    return CHANGES.includes(command) ? Number(rowCount) : rows.length;
  }
}
