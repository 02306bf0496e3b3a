import { holdingsOf, loadChange, recordMovesSince } from '@fairmark/persistence/changes';
import type { Executor } from '@fairmark/persistence/database';
import type { ProcessRow } from '@fairmark/persistence/process';

/** The one event with which processes of every kind hear that the organisation changed. */
export const ORGANISATION_CHANGED = 'organisationChanged';

/**
 * Carries an event out and, for one of the organisation, keeps a record of every task that it moved: whoever writes rules for a kind of process cannot forget it. The event
 * names its change; without one somebody only looked whether the organisation still fits.
 */
export async function recordingMoves<T>(tx: Executor, process: ProcessRow, event: { name: string; body: Record<string, unknown> }, now: string, work: () => Promise<T>): Promise<T> {
  if (event.name !== ORGANISATION_CHANGED) return work();
  const before = await holdingsOf(tx, process.workflowId);
  const result = await work();
  const id = event.body['changeId'];
  await recordMovesSince(tx, process, before, typeof id === 'string' ? ((await loadChange(tx, id)) ?? null) : null, now);
  return result;
}
