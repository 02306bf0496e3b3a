import { waveErrors } from '@fairmark/contracts/errors';
import { BeginWave } from '@fairmark/contracts/waves';
import type { Transition } from '@fairmark/domain/process';
import { missingConditions } from '@fairmark/domain/waves';
import { lockedRollout, openConditions, readMeasure, scopeCommunities } from '@fairmark/persistence/rollouts';
import { beginWave, chosenCommunities, takeCommunities, takenCommunities } from '@fairmark/persistence/waves';
import { refuse, type DecisionContext } from '../processes/index.js';
import { askLead, loadWave, type Wave } from './wave.js';

/** The wave begins with its communities under the version of the rollout, once its conditions hold. The rollout is locked: two waves cannot take one community, and no version changes in between. */
export async function begin(context: DecisionContext): Promise<Transition> {
  const { tx, visit, actorId, now } = context;
  const body = BeginWave.parse(context.body);
  const before = await loadWave(context);
  const wave: Wave = { ...before, rollout: await lockedRollout(tx, before.row.rolloutId) };
  const communityIds = await choose(context, wave, body);
  await mustBeReady(context, wave, communityIds);
  await takeCommunities(tx, wave.row.id, communityIds);
  await beginWave(tx, wave.row.id, body.order, now);
  return {
    outcome: 'begun', step: 'mobilising', close: [{ visitId: visit.id, outcome: 'begun', by: actorId }], open: [askLead(wave, 'mobilisation')],
    audit: [{ action: 'wave.begun', object: wave.row.id, after: { communities: communityIds.length, order: body.order, planVersionId: wave.rollout.planVersionId }, texts: { reason: { body: body.reason, ownerId: actorId } } }],
  };
}

async function choose({ tx }: DecisionContext, { rollout }: Wave, body: BeginWave): Promise<string[]> {
  const inScope = new Set(await scopeCommunities(tx, { of: 'rollout', rolloutId: rollout.id }));
  const foreign = body.communityIds.filter((id) => !inScope.has(id));
  const chosen = (await chosenCommunities(tx, body.regions, body.communityIds)).filter((id) => inScope.has(id));
  if (foreign.length > 0 || chosen.length === 0) refuse(waveErrors.communityRefused, { communityIds: foreign });
  const taken = await takenCommunities(tx, chosen);
  if (taken.length > 0) refuse(waveErrors.communityTaken, { communityIds: taken });
  return chosen;
}

async function mustBeReady({ tx, now }: DecisionContext, { rollout, settings }: Wave, communityIds: string[]): Promise<void> {
  const scope = { of: 'communities', rolloutId: rollout.id, communityIds } as const;
  const [managers, operators] = [await readMeasure(tx, 'trainedManagers', scope, now), await readMeasure(tx, 'trainedOperators', scope, now)];
  const facts = { trainedManagers: managers.value, trainedOperators: operators.value, openConditions: (await openConditions(tx, rollout.id)).length, held: rollout.state === 'held', hasVersion: rollout.planVersionId !== null };
  const missing = missingConditions(facts, settings);
  if (missing.length > 0) refuse(waveErrors.notReady, { missing });
}
