import type { Transition } from '@fairmark/domain/process';
import { cyclesToJoin } from '@fairmark/persistence/changes';
import { lockCycle } from '@fairmark/persistence/cycles';
import { changeOf } from '../changes/event.js';
import type { EventContext } from '../processes/index.js';
import { bringIn } from './bringIn.js';

/**
 * Somebody came late: the cycle takes them in, as the preview of the change said. Looked at again now, because people may have reached the self-review meanwhile. When something is missing, such as a manager, HR who reported
 * the change, or else who made the cycle, is asked to add them by hand.
 */
export async function joinLate(context: EventContext): Promise<Transition | null> {
  const { tx, process, now } = context;
  const change = await changeOf(context);
  if (!change?.employeeId || !(await cyclesToJoin(tx, change)).some((cycle) => cycle.id === process.refId)) return null;
  const cycle = await lockCycle(tx, process.refId);
  if (cycle?.state !== 'running') return null;
  const { employeeId } = change;
  const brought = await bringIn(tx, cycle, employeeId, { by: null, now });
  if (brought.is === 'already') return null;
  const after = { employeeId, changeId: change.id };
  if (brought.is === 'added') return { outcome: 'added', audit: [{ action: 'cycle.personAdded', object: brought.reviewId ?? cycle.id, after }] };
  return {
    outcome: 'notAdded', audit: [{ action: 'cycle.personNotAdded', object: cycle.id, after: { ...after, codes: brought.codes } }],
    notices: [{ employeeId: change.madeBy ?? cycle.createdBy, kind: 'cycle.joinerMissing', link: `/cycles/${cycle.id}` }],
  };
}
