import { localDateOf } from '@fairmark/domain/calendar';
import { relationsTo } from '@fairmark/persistence/access';
import { loadCycle, type CycleRow } from '@fairmark/persistence/cycles';
import { calendarOf } from '@fairmark/persistence/calendar';
import type { Executor } from '@fairmark/persistence/database';
import { hrFor } from '@fairmark/persistence/org';
import type { DecisionContext, ProcessContext } from '../processes/index.js';

/** Acts on a cycle belong to HR whose scope covers it, and to HR who made it. */
export async function isHrOfCycle({ tx, process, actorId }: DecisionContext): Promise<boolean> {
  return (await relationsTo(tx, actorId, 'cycle', process.refId)).relations.has('hr');
}

/** HR people of the whole company besides the given one, to be asked for a second look. */
export async function otherHr(tx: Executor, actorId: string, now: string): Promise<string[]> {
  return hrFor(tx, null, actorId, localDateOf(now, (await calendarOf(tx, actorId)).zone));
}

/** @throws when the row is missing: every process of kind `cycle` has one */
export async function cycleOf({ tx, process }: Pick<ProcessContext, 'tx' | 'process'>): Promise<CycleRow> {
  const cycle = await loadCycle(tx, process.refId);
  if (!cycle) throw new Error(`No cycle ${process.refId}`);
  return cycle;
}
