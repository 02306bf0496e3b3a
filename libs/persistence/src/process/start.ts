import { workflowType, type ProcessKind } from '@fairmark/contracts/process';
import { sql, type Executor } from '../database/index.js';
import { enqueue } from './outbox.js';

/**
 * Registers a process and asks for its workflow. The row is the truth: the workflow is started from the outbox
 * after the commit, and again by the rebuild when Temporal was lost. A second call changes nothing.
 */
export async function startProcess(tx: Executor, process: { kind: ProcessKind; workflowId: string; refId: string; step: string }): Promise<boolean> {
  const inserted = await tx.run(sql`
    insert into processes (workflow_id, kind, ref_id, step) values (${process.workflowId}, ${process.kind}, ${process.refId}, ${process.step})
    on conflict do nothing`);
  if (inserted) await enqueue(tx, 'start', { workflowId: process.workflowId, kind: process.kind, type: workflowType[process.kind] });
  return inserted > 0;
}
