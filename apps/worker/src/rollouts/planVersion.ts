import { RolloutErrors } from '@fairmark/contracts/errors';
import { UsePlanVersion } from '@fairmark/contracts/rollouts';
import type { Transition } from '@fairmark/domain/process';
import { freezeVersion } from '@fairmark/persistence/plans';
import { childrenOf, openGate, setPlanVersion, usableVersion } from '@fairmark/persistence/rollouts';
import { refuse, type DecisionContext } from '../processes/index.js';
import { stateOf, type RolloutState } from './state.js';

/** Says which version of the plan the next pilot or wave runs under. In the last phase the quarters say it. */
export async function usePlanVersion(context: DecisionContext): Promise<Transition> {
  const { planVersionId, reason } = UsePlanVersion.parse(context.body);
  const { tx, process, actorId, now } = context;
  const { rollout } = await stateOf(context);
  if (rollout.state === 'held') refuse(RolloutErrors.isHeld);
  if (rollout.phase === 'optimise') refuse(RolloutErrors.wrongPhase, { phase: rollout.phase });
  // Those who decide a gate decide about the version that they see.
  if (await openGate(tx, rollout.id)) refuse(RolloutErrors.gateOpen);
  if ((await childrenOf(tx, 'pilot', process.refId)).some((pilot) => pilot.state !== 'closed')) refuse(RolloutErrors.versionPinned);
  const no = await usableVersion(tx, rollout, planVersionId);
  // What is tried out with people must not change under them.
  await freezeVersion(tx, planVersionId, actorId, now);
  await setPlanVersion(tx, rollout.id, planVersionId);
  return {
    outcome: 'planVersionUsed', details: { no },
    audit: [{ action: 'rollout.planVersionUsed', object: rollout.id, before: { planVersionId: rollout.planVersionId }, after: { planVersionId, no }, texts: { reason: { body: reason, ownerId: actorId } } }],
  };
}

/** Without a version nothing is tried out, rolled out, or decided about. */
export function mustHaveVersion({ rollout }: Pick<RolloutState, 'rollout'>): void {
  if (rollout.planVersionId === null) refuse(RolloutErrors.noPlanVersion);
}
