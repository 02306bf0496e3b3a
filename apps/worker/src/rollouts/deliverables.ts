import { RolloutErrors } from '@fairmark/contracts/errors';
import { AcceptDeliverable, RecordDeliverable } from '@fairmark/contracts/rollouts';
import { FIVE_REVIEWS } from '@fairmark/domain/rollouts';
import type { Transition } from '@fairmark/domain/process';
import { acceptDeliverable, deliverablesOf, recordDeliverable } from '@fairmark/persistence/rollouts';
import { refuse, type DecisionContext } from '../processes/index.js';
import { stateOf, type RolloutState } from './state.js';

/** Only what the settings of the present phase name; the five reviews bring theirs about themselves. */
function mustBeNamed({ rollout, settings }: RolloutState, key: string): void {
  if (key === FIVE_REVIEWS || !settings.phases[rollout.phase].deliverables.some((one) => one.key === key)) refuse(RolloutErrors.deliverableUnknown, { key });
}

export async function record(context: DecisionContext): Promise<Transition> {
  const { key, achieved, reference } = RecordDeliverable.parse(context.body);
  const state = await stateOf(context);
  mustBeNamed(state, key);
  if (achieved === null && reference === '') refuse(RolloutErrors.deliverableEmpty);
  const at = { rolloutId: state.rollout.id, phase: state.rollout.phase };
  await recordDeliverable(context.tx, at, { key, achieved, reference }, context.actorId, context.now);
  return { outcome: 'recorded', audit: [{ action: 'rollout.deliverableRecorded', object: `${state.rollout.id}/${key}`, after: { achieved, phase: at.phase } }] };
}

/** Whoever accepts is not who delivered: the sponsor or HR. */
export async function accept(context: DecisionContext): Promise<Transition> {
  const { key, accepted, comment } = AcceptDeliverable.parse(context.body);
  const { tx, actorId, now } = context;
  const state = await stateOf(context);
  mustBeNamed(state, key);
  const at = { rolloutId: state.rollout.id, phase: state.rollout.phase };
  if (!(await deliverablesOf(tx, at.rolloutId, at.phase)).some((one) => one.key === key)) refuse(RolloutErrors.deliverableEmpty);
  await acceptDeliverable(tx, at, key, accepted, actorId, now);
  return {
    outcome: accepted ? 'accepted' : 'refused',
    audit: [{ action: 'rollout.deliverableJudged', object: `${at.rolloutId}/${key}`, after: { accepted, phase: at.phase }, ...(comment ? { texts: { comment: { body: comment, ownerId: actorId } } } : {}) }],
  };
}
