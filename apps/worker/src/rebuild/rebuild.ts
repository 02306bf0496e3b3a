import { message, type ProcessKind } from '@fairmark/contracts/process';
import { sql, type Database } from '@fairmark/persistence/database';
import { enqueue } from '@fairmark/persistence/process';
import type { Client } from '@temporalio/client';
import { startWorkflow } from '../outbox/toTemporal.js';

export interface Rebuilt {
  /** Open processes that were looked at. */
  open: number;
  /** Events that wait and are delivered again. */
  events: number;
}

const PAGE = 500;
const AT_ONCE = 10;
/** An event that no row knows: a workflow that already runs reads its position anew and changes nothing. */
const LOOK_AGAIN = '00000000-0000-0000-0000-000000000000';

interface OpenRow {
  workflowId: string;
  kind: ProcessKind;
}

/**
 * Starts a workflow for every open process, at its present visit, and delivers waiting events again: Temporal lost, or older or newer than the database after
 * a restore, costs nothing but time. What runs already only looks again. May be repeated.
 */
export async function rebuildWorkflows(database: Database, client: Client, progress: (done: number) => void = () => undefined): Promise<Rebuilt> {
  let open = 0;
  for (let after = ''; ; ) {
    const rows = await database.read.all(sql<OpenRow>`
      select workflow_id as "workflowId", kind from processes where state = 'open' and workflow_id > ${after} order by workflow_id limit ${PAGE}`);
    await inParallel([...rows], (row) => begin(client, row));
    open += rows.length;
    progress(open);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) break;
    after = last.workflowId;
  }
  return { open, events: await resendEvents(database) };
}

async function begin(client: Client, row: OpenRow): Promise<void> {
  await startWorkflow(client, row, 'ALLOW_DUPLICATE');
  await client.workflow.getHandle(row.workflowId).signal(message.processEvent, { eventId: LOOK_AGAIN });
}

async function inParallel<T>(rows: T[], work: (row: T) => Promise<void>): Promise<void> {
  const next = async (): Promise<void> => {
    for (let row = rows.shift(); row !== undefined; row = rows.shift()) await work(row);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

/** Through the outbox, like the first time; an event that arrives twice counts once. Those whose row still waits there are on their way. */
async function resendEvents(database: Database): Promise<number> {
  return database.transaction(async (tx) => {
    const events = await tx.all(sql<{ id: string; workflowId: string }>`
      select e.id, e.workflow_id as "workflowId" from process_events e join processes p on p.workflow_id = e.workflow_id
      where e.state = 'pending' and p.state = 'open' and not exists (select 1 from outbox o where o.channel = 'signal' and o.relayed_at is null and o.body->>'eventId' = e.id::text)`);
    for (const event of events) await enqueue(tx, 'signal', { workflowId: event.workflowId, eventId: event.id });
    return events.length;
  });
}
