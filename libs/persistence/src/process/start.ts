import { workflowType, type ProcessKind } from '@fairmark/contracts/process';
import { sql, type Executor } from '../database/index.js';

/**
 * Registers a process and asks for its workflow. The row is the truth: the workflow is started from the outbox
 * after the commit, and again by the rebuild when Temporal was lost. A second call changes nothing and answers false.
 */
export async function startProcess(tx: Executor, process: { kind: ProcessKind; workflowId: string; refId: string; step: string }): Promise<boolean> {
  const started = await tx.all(sql`
    with begun as (
      insert into processes (workflow_id, kind, ref_id, step) values (${process.workflowId}, ${process.kind}, ${process.refId}, ${process.step}) on conflict do nothing returning workflow_id),
    queued as (
      insert into outbox (channel, body) select 'start', jsonb_build_object('workflowId', workflow_id, 'kind', ${process.kind}::text, 'type', ${workflowType[process.kind]}::text) from begun)
    select pg_notify('outbox', '') from begun`);
  return started.length > 0;
}
