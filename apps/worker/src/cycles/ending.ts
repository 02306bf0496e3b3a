import type { Transition } from '@fairmark/domain/process';
import { lockCycle, openReviews, peopleWaiting } from '@fairmark/persistence/cycles';
import { sql } from '@fairmark/persistence/database';
import { openVisits } from '@fairmark/persistence/process';
import type { ProcessContext } from '../processes/index.js';

/**
 * Ends the cycle when every review of it has closed; null while one is open or still to be made. What counts are the rows: a count that was missed is
 * put right here.
 */
export async function endWhenDone({ tx, process, now }: ProcessContext): Promise<Transition | null> {
  const cycle = await lockCycle(tx, process.refId);
  if (!cycle || process.step !== 'running') return null;
  const open = await openReviews(tx, cycle.id);
  if (open !== cycle.openCount) await tx.run(sql`update cycles set open_count = ${open} where id = ${cycle.id}`);
  const cancelled = cycle.state === 'cancelled';
  if (open > 0 || (!cancelled && (await peopleWaiting(tx, cycle.id)) > 0)) return null;
  await tx.run(sql`update cycles set state = ${cancelled ? 'cancelled' : 'closed'}, closed_at = ${now} where id = ${cycle.id}`);
  const outcome = cancelled ? 'cancelled' : 'closed';
  // A second look at an act on many people has nothing left to decide.
  const close = (await openVisits(tx, process.workflowId)).map((visit) => ({ visitId: visit.id, outcome }));
  return { outcome, close, finish: { outcome }, audit: [{ action: `cycle.${outcome}`, object: cycle.id, after: { reviews: cycle.startedCount } }] };
}
