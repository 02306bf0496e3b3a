import { sql, type Executor } from '../database/index.js';

/** The head of a chain as it was at some moment, kept outside the database. */
export interface Anchor {
  chain: string;
  seq: number;
  hash: string;
}

/** Heads that changed in the last minutes; all of them without a number. */
export async function changedHeads(read: Executor, minutes: number | null): Promise<Anchor[]> {
  return read.all(sql<Anchor>`select chain, seq, hash from audit_heads where seq > 0 and (${minutes}::integer is null or updated_at > now() - make_interval(mins => ${minutes}::integer)) order by chain`);
}
