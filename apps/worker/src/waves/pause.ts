import { PauseWave } from '@fairmark/contracts/waves';
import type { Transition } from '@fairmark/domain/process';
import { openVisits } from '@fairmark/persistence/process';
import { setChildState } from '@fairmark/persistence/rollouts';
import { releaseCommunities, storeWavePause, wavePause } from '@fairmark/persistence/waves';
import type { DecisionContext, EventContext, ProcessContext } from '../processes/index.js';
import { endedWithRollout } from '../rollouts/children.js';
import { askLead, closings, loadWave, PHASES, type Wave } from './wave.js';

/** The lead pauses this wave alone. */
export const pause = async (context: DecisionContext): Promise<Transition> => stand(context, 'lead', context.actorId, PauseWave.parse(context.body).reason);

/** The rollout is held: the wave stands still with it, unless it does so already. */
export async function heldWithRollout(context: EventContext): Promise<Transition | null> {
  return (await loadWave(context)).row.state === 'open' ? stand(context, 'rollout') : null;
}

/** The rollout goes on; what the lead paused stays paused. */
export async function resumedWithRollout(context: EventContext): Promise<Transition | null> {
  return (await wavePause(context.tx, context.process.refId)).pausedBy === 'rollout' ? goOn(context, await loadWave(context)) : null;
}

/** The lead goes on with the wave. */
export const resume = async (context: DecisionContext): Promise<Transition> => goOn(context, await loadWave(context), context.actorId);

/** The rollout has ended: its communities may be in another one. */
export async function waveEnded(context: EventContext): Promise<Transition> {
  await releaseCommunities(context.tx, context.process.refId);
  return endedWithRollout(context);
}

/** Closes what is open and remembers where it stood and who stopped it. */
async function stand(context: ProcessContext, by: 'lead' | 'rollout', actorId?: string, reason?: string): Promise<Transition> {
  const { tx, process, now } = context;
  const wave = await loadWave(context);
  const from = (await openVisits(tx, process.workflowId))[0]?.step ?? 'preparation';
  await setChildState(tx, 'wave', wave.row.id, 'paused', now);
  await storeWavePause(tx, wave.row.id, by, from);
  return {
    outcome: 'paused', step: 'paused', close: await closings(context, 'paused', actorId), open: by === 'lead' ? [askLead(wave, 'wavePause')] : [],
    audit: [{ action: 'wave.paused', object: wave.row.id, after: { by }, ...(actorId && reason ? { texts: { reason: { body: reason, ownerId: actorId } } } : {}) }],
  };
}

/** Where it stood opens again, with its whole length. */
async function goOn(context: ProcessContext, wave: Wave, actorId?: string): Promise<Transition> {
  const { tx, now } = context;
  const from = (await wavePause(tx, wave.row.id)).pausedFrom ?? 'preparation';
  await setChildState(tx, 'wave', wave.row.id, 'open', now);
  await storeWavePause(tx, wave.row.id, null, null);
  return { outcome: 'resumed', step: PHASES[from] ?? 'preparing', close: await closings(context, 'resumed', actorId), open: [askLead(wave, from)], audit: [{ action: 'wave.resumed', object: wave.row.id }] };
}
