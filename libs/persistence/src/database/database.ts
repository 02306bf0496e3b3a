import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';

export { sql };

/**
 * SQL with bound parameters on one connection or transaction. Rows come back as the driver reads them:
 * instants as ISO strings in UTC, dates as `YYYY-MM-DD`, bigint and numeric as strings.
 */
export class Executor {
  constructor(readonly em: EntityManager) {}

  /** All rows of a query. */
  async all<T>(query: RawBuilder<T>): Promise<T[]> {
    return (await query.execute(this.em.getKysely())).rows;
  }

  /** The first row, or undefined. */
  async one<T>(query: RawBuilder<T>): Promise<T | undefined> {
    return (await this.all(query))[0];
  }

  /** The number of rows that a statement changed. */
  async run(query: RawBuilder<unknown>): Promise<number> {
    const { numAffectedRows, rows } = await query.execute(this.em.getKysely());
    return numAffectedRows === undefined ? rows.length : Number(numAffectedRows);
  }
}

/** Entry to PostgreSQL: lists and sums as SQL, aggregates through the entity manager of a transaction. */
export class Database {
  constructor(readonly orm: MikroORM) {}

  /** Queries outside a transaction, each on a connection of the pool. */
  get read(): Executor {
    return new Executor(this.orm.em.fork());
  }

  /** Runs `work` in one transaction; whatever it throws rolls everything back. */
  async transaction<T>(work: (tx: Executor) => Promise<T>): Promise<T> {
    return this.orm.em.fork().transactional((em) => work(new Executor(em as EntityManager)));
  }

  async close(): Promise<void> {
    await this.orm.close();
  }
}
