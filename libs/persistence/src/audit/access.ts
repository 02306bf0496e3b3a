import { sql, type Executor } from '../database/index.js';

/** Records that somebody outside the person and their line read a result. Append-only, not chained. */
export async function recordAccess(tx: Executor, read: { readerId: string; reviewId: string | null; object: string; relation: string }): Promise<void> {
  await tx.run(sql`insert into audit.access_log (reader_id, review_id, object, relation) values (${read.readerId}, ${read.reviewId}, ${read.object}, ${read.relation})`);
}
