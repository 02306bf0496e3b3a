import type { Transition } from '@fairmark/domain/process';
import type { ProcessContext } from '../processes/index.js';
import { enterPhase } from './phases.js';
import { stateOf } from './state.js';

/** A rollout begins with its first phase. */
export async function openRollout(context: ProcessContext): Promise<Transition> {
  const state = await stateOf(context);
  const { id, leadId, sponsorId, planId } = state.rollout;
  return { outcome: 'opened', step: 'design', ...(await enterPhase(context, state, 'design')), audit: [{ action: 'rollout.opened', object: id, after: { leadId, sponsorId, planId } }] };
}
