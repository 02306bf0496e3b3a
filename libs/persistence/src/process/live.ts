import type { ProcessKind } from '@fairmark/contracts/process';
import { sql, type Executor } from '../database/index.js';

const tell = (tx: Executor, message: Record<string, string>) => tx.run(sql`select pg_notify('live', ${JSON.stringify(message)})`);

/** Tells open pages with the commit that something about a process changed: ids only, who may hear it is checked there. */
export async function tellChange(tx: Executor, kind: ProcessKind, refId: string): Promise<void> {
  await tell(tx, { kind, id: refId });
}

/** Tells one person's pages that there is a notice. */
export async function tellPerson(tx: Executor, employeeId: string): Promise<void> {
  await tell(tx, { kind: 'notice', to: employeeId });
}
