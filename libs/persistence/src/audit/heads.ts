import { sql, type Executor } from '../database/index.js';
import { Transaction } from '../database/transaction.js';

/** The last entry of a chain: what the next one follows. */
export interface Head {
  seq: number;
  hash: string;
}

/** Heads that a transaction has locked and that therefore only it can change, by chain. */
const known = new WeakMap<Executor, Map<string, Head>>();

/** Locks the head of a chain. Undefined before its first entry. */
export const lockedHead = (chain: string) => sql<Head>`select seq, hash from audit_heads where chain = ${chain} for update`;

/** The head as this transaction locked it or last moved it. */
export const knownHead = (tx: Executor, chain: string): Head | undefined => known.get(tx)?.get(chain);

/** Keeps what `lockedHead` answered to this transaction, or where this transaction moved the head. Nothing outside one: there the lock is gone at once. */
export function rememberHead(tx: Executor, chain: string, head: Head): void {
  if (!(tx instanceof Transaction)) return;
  const heads = known.get(tx) ?? new Map<string, Head>();
  known.set(tx, heads.set(chain, { seq: head.seq, hash: head.hash }));
}
