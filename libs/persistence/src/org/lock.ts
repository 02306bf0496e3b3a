import { sql, type Executor } from '../database/index.js';

/** One writer of the organisation at a time: an import plans against what it sees and must not be overtaken. Held until the transaction ends. */
export async function lockOrganisation(tx: Executor): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended('fairmark.organisation', 0))`);
}
