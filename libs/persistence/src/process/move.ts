import { workflowId as ids } from '@fairmark/contracts/process';
import type { Transition } from '@fairmark/domain/process';
import { sql, type Executor } from '../database/index.js';
import { sendEvents } from './events.js';
import { changeOf } from './live.js';
import type { ProcessRow } from './rows.js';

/** Moves a process to its new step, or ends it, and tells open pages that something changed. */
export async function moveProcess(tx: Executor, process: ProcessRow, transition: Transition, now: string): Promise<void> {
  const step = transition.finish ? 'closed' : (transition.step ?? process.step);
  const outcome = transition.finish?.outcome ?? null;
  await tx.send(sql`
    with moved as (
      update processes set step = ${step}, state = case when ${outcome}::text is null then state else 'closed' end, outcome = ${outcome}, closed_at = case when ${outcome}::text is null then closed_at else ${now}::timestamptz end
      where workflow_id = ${process.workflowId} and ${step !== process.step}::boolean)
    select pg_notify('live', ${changeOf(process.kind, process.refId)})`);
  // What still ran inside it has nothing left to decide.
  if (outcome !== null) await tx.run(sql`update approval_instances set outcome = 'ended', finished_at = ${now} where workflow_id = ${process.workflowId} and finished_at is null`);
  if (process.kind === 'review' && step !== process.step) await moveReview(tx, process, step, now);
}

/** The transaction that closes a review also counts down its cycle; at zero the cycle is told once. */
async function moveReview(tx: Executor, process: ProcessRow, step: string, now: string): Promise<void> {
  const closing = step === 'closed';
  const row = await tx.one(sql<{ cycleId: string }>`
    update reviews set step = ${step}, state = case when ${closing} and state = 'open' then 'closed' else state end, closed_at = case when ${closing} then ${now}::timestamptz end
    where id = ${process.refId} returning cycle_id as "cycleId"`);
  if (!closing || !row) return;
  const cycle = await tx.one(sql<{ openCount: number }>`update cycles set open_count = open_count - 1 where id = ${row.cycleId} returning open_count as "openCount"`);
  if (cycle?.openCount === 0) await sendEvents(tx, [{ workflowId: ids.cycle(row.cycleId), name: 'allReviewsClosed', body: {} }], null);
}
