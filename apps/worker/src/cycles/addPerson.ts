import { AddToCycle } from '@fairmark/contracts/cycles';
import { CycleErrors, processErrors } from '@fairmark/contracts/errors';
import type { Transition } from '@fairmark/domain/process';
import { lockCycle, recordHrAct } from '@fairmark/persistence/cycles';
import { refuse, type DecisionContext } from '../processes/index.js';
import { bringIn } from './bringIn.js';

/** HR brings a late joiner into a running cycle. */
export async function addPerson(context: DecisionContext): Promise<Transition> {
  const { tx, process, actorId, now } = context;
  const { employeeId, reason } = AddToCycle.parse(context.body);
  if (employeeId === actorId) refuse(processErrors.actorIsSubject);
  const cycle = await lockCycle(tx, process.refId);
  if (cycle?.state !== 'running') return refuse(CycleErrors.notRunning, { state: cycle?.state ?? null });
  const brought = await bringIn(tx, cycle, employeeId, { by: actorId, now });
  if (brought.is === 'blocked') return refuse(CycleErrors.preflightBlocking, { codes: brought.codes });
  if (brought.is === 'already') return refuse(CycleErrors.personAlreadyIn);
  const { reviewId } = brought;
  await recordHrAct(tx, { cycleId: cycle.id, reviewId, act: 'addPerson', actorId, reason, at: now });
  return {
    outcome: 'added', details: { reviewId },
    audit: [{ action: 'cycle.personAdded', object: reviewId ?? cycle.id, after: { employeeId }, texts: { reason: { body: reason, ownerId: employeeId } } }],
  };
}
