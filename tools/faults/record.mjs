import pg from 'pg';
import { until } from './processes.mjs';

/** Errors of a server that is being killed or started; everything else is a fault of the question. */
const isAway = (error) => error.code === undefined || /^(08|57|E)/.test(error.code);

/** Looks into PostgreSQL while it may be killed at any time: what finds no server is asked again. */
export class Record {
  /** @param {string} url */
  constructor(url) {
    this.url = url;
    this.pool = new pg.Pool({ connectionString: url, max: 3 });
    this.pool.on('error', () => {});
  }

  /** @param {string} query @param {unknown[]} [values] @returns {Promise<any[]>} */
  read(query, values = []) {
    return until('PostgreSQL answers', async () => {
      try {
        return (await this.pool.query(query, values)).rows;
      } catch (error) {
        if (!isAway(error)) throw error;
        return undefined;
      }
    });
  }

  /** @param {string} query @param {unknown[]} [values] @returns {Promise<any>} the first row */
  async one(query, values) {
    return (await this.read(query, values))[0];
  }

  /**
   * Locks the row of a process as a decision does, so that the next decision in it waits inside its transaction.
   * @param {string} workflowId @returns {Promise<{ blocksSomebody: () => Promise<boolean>, release: () => Promise<void> }>}
   */
  async hold(workflowId) {
    const client = new pg.Client({ connectionString: this.url });
    client.on('error', () => {});
    await client.connect();
    await client.query('begin');
    const { rows: [{ pid }] } = await client.query('select pg_backend_pid() as pid from processes where workflow_id = $1 for update', [workflowId]);
    return {
      blocksSomebody: async () => (await this.one('select exists (select from pg_stat_activity where $1 = any(pg_blocking_pids(pid))) as found', [pid])).found,
      release: () => client.end().catch(() => {}),
    };
  }

  close() {
    return this.pool.end();
  }
}
