import type { ProcessKind } from '@fairmark/contracts/process';
import { sql, type Executor } from '../database/index.js';

/** What open pages are told when something about a process changed: ids only, who may hear it is checked there. */
export const changeOf = (kind: ProcessKind, refId: string): string => JSON.stringify({ kind, id: refId });

/** Tells open pages with the commit that something about a process changed. */
export async function tellChange(tx: Executor, kind: ProcessKind, refId: string): Promise<void> {
  await tx.run(sql`select pg_notify('live', ${changeOf(kind, refId)})`);
}
