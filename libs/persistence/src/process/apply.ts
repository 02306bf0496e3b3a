import type { Transition } from '@fairmark/domain/process';
import { appendAudit, type AuditActor } from '../audit/index.js';
import type { Executor } from '../database/index.js';
import { sendEvents } from './events.js';
import { moveProcess } from './move.js';
import { notifyAll } from './notify.js';
import type { ProcessRow } from './rows.js';
import { startProcess } from './start.js';
import { closeVisit, decideTask, openVisit } from './visits.js';

export interface TransitionContext {
  process: ProcessRow;
  actor: AuditActor;
  /** Instant at which the change takes effect, ISO 8601 in UTC. */
  now: string;
  /** The command that caused it; absent for deadlines and events. */
  updateId?: string;
}

/**
 * Writes everything that a transition changes. The caller holds the lock of the process row. Rows that belong together go in one statement each, and
 * statements whose result nobody needs are sent without waiting: every round trip to the database is a part of what a click costs.
 */
export async function applyTransition(tx: Executor, context: TransitionContext, transition: Transition): Promise<void> {
  const { process, now } = context;
  for (const task of transition.decided ?? []) await decideTask(tx, task, context);
  for (const closing of transition.close ?? []) await closeVisit(tx, closing, context);
  for (const spec of transition.open ?? []) await openVisit(tx, process, spec, now);
  await notifyAll(tx, transition.notices ?? []);
  for (const child of transition.start ?? []) await startProcess(tx, { ...child, step: 'opening' });
  await sendEvents(tx, transition.signals ?? [], context.actor.actorId);
  await moveProcess(tx, process, transition, now);
  await appendAudit(tx, process.workflowId, context.actor, now, transition.audit);
}
