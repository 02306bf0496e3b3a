import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { compiled } from './compile.js';
import { Executor } from './executor.js';
import { Transaction } from './transaction.js';
import { isPassing } from './violations.js';

export { Executor, sql };

/** First rows of several queries. */
type Rows<Q extends readonly RawBuilder<unknown>[]> = { [K in keyof Q]: Q[K] extends RawBuilder<infer T> ? T | undefined : never };

/** Entry to PostgreSQL: lists and sums as SQL, aggregates through the entity manager of a transaction. */
export class Database {
  /** Queries outside a transaction, each on a connection of the pool. */
  readonly read: Executor;

  constructor(readonly orm: MikroORM) {
    this.read = new Reading(orm);
  }

  /** Runs `work` in one transaction; whatever it throws rolls everything back. */
  async transaction<T>(work: (tx: Executor) => Promise<T>): Promise<T> {
    return this.transactionOn([], work);
  }

  /**
   * A transaction whose first statements leave together with its beginning, in one trip. They read or lock, and each sees what was committed while the
   * one before waited for its lock. None of them may write: were the beginning itself to fail, it would stand alone.
   */
  async transactionOn<T, const Q extends readonly RawBuilder<unknown>[]>(first: Q, work: (tx: Executor, ...rows: Rows<Q>) => Promise<T>): Promise<T> {
    const client = await (await poolOf(this.orm)).connect();
    let lost = false;
    try {
      const tx = new Transaction(client, this.orm);
      const [, ...rows] = await Promise.all([client.query('begin'), ...first.map((query) => tx.one(query))]);
      const result = await work(tx, ...(rows as unknown as Rows<Q>));
      await tx.commit();
      return result;
    } catch (error) {
      lost = await client.query('rollback').then(() => false, () => true);
      throw error;
    } finally {
      client.release(lost);
    }
  }

  async close(): Promise<void> {
    await this.orm.close();
  }
}

const poolOf = (orm: MikroORM): Promise<Pool> => orm.em.getConnection().getNativeClient() as unknown as Promise<Pool>;

class Reading extends Executor {
  constructor(private readonly orm: MikroORM) {
    super();
  }

  get em(): EntityManager {
    return this.orm.em.fork() as EntityManager;
  }

  async send(query: RawBuilder<unknown>): Promise<void> {
    await this.execute(query);
  }

  protected async execute(query: RawBuilder<unknown>): Promise<QueryResult> {
    const { text, values } = compiled(query);
    const client: PoolClient = await (await poolOf(this.orm)).connect();
    let lost = false;
    try {
      return await client.query(text, values);
    } catch (error) {
      // A connection that was just closed from the other side must not be lent again.
      lost = isPassing(error);
      throw error;
    } finally {
      client.release(lost);
    }
  }
}
