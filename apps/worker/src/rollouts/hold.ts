import { RolloutErrors } from '@fairmark/contracts/errors';
import { HoldRollout } from '@fairmark/contracts/rollouts';
import type { Transition } from '@fairmark/domain/process';
import { openVisits } from '@fairmark/persistence/process';
import { openGate, setRollout } from '@fairmark/persistence/rollouts';
import { refuse, type DecisionContext, type ProcessContext } from '../processes/index.js';
import { HELD, RESUMED, tellChildren } from './children.js';
import { waiting } from './phases.js';
import { stateOf, type RolloutState } from './state.js';

/** Visits that go on while everything else stands still: reviewers may finish what they read, and who reported a problem is answered. */
const GO_ON = ['planReview', 'gate', 'issueAnswer'];

/** Everything stands still: open visits close, children are told. A gate that is open holds by its own decision. */
export async function hold(context: DecisionContext): Promise<Transition> {
  const { reason } = HoldRollout.parse(context.body);
  const state = await stateOf(context);
  if (state.rollout.state === 'held') refuse(RolloutErrors.isHeld);
  if (await openGate(context.tx, state.rollout.id)) refuse(RolloutErrors.gateOpen);
  return { outcome: 'held', ...(await holdAll(context, state)), audit: [{ action: 'rollout.held', object: state.rollout.id, texts: { reason: { body: reason, ownerId: context.actorId } } }] };
}

export async function holdAll(context: ProcessContext, { rollout }: RolloutState): Promise<Pick<Transition, 'step' | 'close' | 'open' | 'signals'>> {
  const { tx, process, now } = context;
  await setRollout(tx, rollout.id, { state: 'held' }, now);
  const visits = (await openVisits(tx, process.workflowId)).filter((visit) => !GO_ON.includes(visit.step));
  return {
    step: 'held', close: visits.map((visit) => ({ visitId: visit.id, outcome: 'held' })), signals: await tellChildren(context, HELD, {}),
    open: [{ step: 'hold', assignees: [{ employeeId: rollout.leadId, why: 'rolloutLead' }], subjectId: null, timeout: 'remind', deadline: { duration: { n: 20, unit: 'workingDay' } }, payload: { rolloutId: rollout.id } }],
  };
}

/** What waits is read from PostgreSQL: whatever children reported meanwhile is in their rows. */
export async function resume(context: DecisionContext): Promise<Transition> {
  const { reason } = HoldRollout.parse(context.body);
  const { tx, process, now, actorId } = context;
  const state = await stateOf(context);
  if (state.rollout.state !== 'held') refuse(RolloutErrors.notHeld);
  await setRollout(tx, state.rollout.id, { state: 'running' }, now);
  const holds = (await openVisits(tx, process.workflowId)).filter((visit) => visit.step === 'hold');
  return {
    outcome: 'resumed', step: state.rollout.phase, close: holds.map((visit) => ({ visitId: visit.id, outcome: 'resumed', by: actorId })), open: await waiting(context, state), signals: await tellChildren(context, RESUMED, {}),
    audit: [{ action: 'rollout.resumed', object: state.rollout.id, texts: { reason: { body: reason, ownerId: actorId } } }],
  };
}
