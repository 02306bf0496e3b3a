import { message, TASK_QUEUE, workflowType, type ProcessInput, type ProcessKind } from '@fairmark/contracts/process';
import { sql, type Database } from '@fairmark/persistence/database';
import { loadProcess, type ProcessRow } from '@fairmark/persistence/process';
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { OutboxRow, Relayed } from './row.js';

/** A call to a server that is away must not hold the other rows of a page. */
const CALL_MS = 5_000;

/**
 * Starts the workflow of an open process. The row is looked at first and a closed workflow is never started anew (REJECT_DUPLICATE); one that runs is
 * taken as it is. Only the rebuild, for which the database is the truth, may start one anew.
 */
export async function startWorkflow(client: Client, process: Pick<ProcessRow, 'kind' | 'workflowId'>, workflowIdReusePolicy: 'REJECT_DUPLICATE' | 'ALLOW_DUPLICATE' = 'REJECT_DUPLICATE'): Promise<void> {
  const input: ProcessInput = { workflowId: process.workflowId, kind: process.kind };
  try {
    await client.withDeadline(Date.now() + CALL_MS, () =>
      client.workflow.start(workflowType[process.kind], { workflowId: process.workflowId, taskQueue: TASK_QUEUE, args: [input], workflowIdReusePolicy, workflowIdConflictPolicy: 'USE_EXISTING' }));
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

/** Channel `start`. */
export async function relayStart(client: Client, database: Database, row: OutboxRow): Promise<Relayed> {
  const { workflowId } = row.body as { workflowId: string; kind: ProcessKind };
  const process = await loadProcess(database.read, workflowId);
  if (process?.state === 'open') await startWorkflow(client, process);
  return 'done';
}

/** Channel `signal`. A process that has ended ignores the event; one whose workflow is not there yet gets it later. */
export async function relaySignal(client: Client, database: Database, row: OutboxRow): Promise<Relayed> {
  const { workflowId, eventId } = row.body as { workflowId: string; eventId: string };
  try {
    await client.withDeadline(Date.now() + CALL_MS, () => client.workflow.getHandle(workflowId).signal(message.processEvent, { eventId }));
    return 'done';
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
  const process = await loadProcess(database.read, workflowId);
  if (process?.state === 'open') return 'later';
  await database.read.run(sql`update process_events set state = 'ignored', applied_at = now() where id = ${eventId} and state = 'pending'`);
  return 'done';
}
