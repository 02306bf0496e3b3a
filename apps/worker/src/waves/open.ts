import type { Transition } from '@fairmark/domain/process';
import type { ProcessContext } from '../processes/index.js';
import { askLead, loadWave } from './wave.js';

/** The lead of the rollout is asked which communities the wave takes. */
export async function openWave(context: ProcessContext): Promise<Transition> {
  const wave = await loadWave(context);
  return { outcome: 'opened', step: 'preparing', open: [askLead(wave, 'preparation')], audit: [{ action: 'wave.opened', object: wave.row.id, after: { rolloutId: wave.row.rolloutId, key: wave.row.key } }] };
}
