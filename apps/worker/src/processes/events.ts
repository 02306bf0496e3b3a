import { sql, type Executor } from '@fairmark/persistence/database';
import { applyTransition, type ProcessRow } from '@fairmark/persistence/process';
import { CALENDAR_CHANGED, recountProcess } from '../calendar/index.js';
import { recordingMoves } from '../changes/record.js';
import type { ProcessHandlers } from './handlers.js';

/** Events that mean the same for every kind of process. */
const general: ProcessHandlers['events'] = { [CALENDAR_CHANGED]: recountProcess };

interface EventRow {
  name: string;
  body: Record<string, unknown>;
  actorId: string | null;
}

/** Applies a machine's event once. An event that no longer matters, or comes after the end, is kept as ignored. */
export async function applyPendingEvent(tx: Executor, handlers: ProcessHandlers, process: ProcessRow, eventId: string, now: string): Promise<void> {
  const event = await tx.one(sql<EventRow>`select name, body, actor_id as "actorId" from process_events where id = ${eventId} and workflow_id = ${process.workflowId} and state = 'pending' for update`);
  if (!event) return;
  const handler = process.state === 'open' ? (handlers.events[event.name] ?? general[event.name]) : undefined;
  const transition = await recordingMoves(tx, process, event, now, async () => {
    const found = (await handler?.({ tx, process, now, eventId, body: event.body, actorId: event.actorId })) ?? null;
    if (found) await applyTransition(tx, { process, actor: { actorId: event.actorId }, now }, found);
    return found;
  });
  await tx.run(sql`update process_events set state = ${transition ? 'applied' : 'ignored'}, applied_at = ${now} where id = ${eventId}`);
}
