import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Kysely, PostgresDialect, type RawBuilder } from 'kysely';
import type { PoolClient, QueryResult } from 'pg';
import { compiled } from './compile.js';
import { Executor } from './executor.js';

/** Statements of one transaction. They leave in the order in which they are given, without waiting for each other's results. */
export class Transaction extends Executor {
  private readonly sent: Promise<unknown>[] = [];
  private manager: EntityManager | undefined;

  constructor(
    private readonly client: PoolClient,
    private readonly orm: MikroORM,
  ) {
    super();
  }

  get em(): EntityManager {
    return (this.manager ??= managerOn(this.client, this.orm));
  }

  send(query: RawBuilder<unknown>): Promise<void> {
    const result = this.query(query);
    // Thrown by whatever is waited for next.
    result.catch(() => undefined);
    this.sent.push(result);
    return Promise.resolve();
  }

  /** Commits. Waits for everything that was sent. @throws when PostgreSQL rolled back because the work had swallowed the error of a statement */
  async commit(): Promise<void> {
    const [{ command }] = await Promise.all([this.client.query('commit'), ...this.sent]);
    if (command !== 'COMMIT') throw new Error(`The transaction ended with ${command}: an earlier statement had failed`);
  }

  protected async execute(query: RawBuilder<unknown>): Promise<QueryResult> {
    try {
      return await this.query(query);
    } catch (error) {
      // After a failure every statement is refused; what failed first says why.
      await Promise.all(this.sent);
      throw error;
    }
  }

  private query(query: RawBuilder<unknown>): Promise<QueryResult> {
    const { text, values } = compiled(query);
    return this.client.query(text, values);
  }
}

/** Aggregates are written in the transaction that reads and locks by SQL. */
function managerOn(client: PoolClient, orm: MikroORM): EntityManager {
  const borrowed = { query: client.query.bind(client), release: () => undefined };
  const em = orm.em.fork();
  em.setTransactionContext(new Kysely({ dialect: new PostgresDialect({ pool: { connect: async () => borrowed as never, end: async () => undefined, options: {} } }) }));
  return em as EntityManager;
}
