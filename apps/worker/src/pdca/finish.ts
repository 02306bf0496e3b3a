import type { Transition } from '@fairmark/domain/process';
import { setChildState } from '@fairmark/persistence/rollouts';
import type { ProcessContext } from '../processes/index.js';
import { reportToRollout } from '../rollouts/children.js';
import type { Quarter } from './quarter.js';

/** The quarter ends: its row, its process and the rollout know in one transaction. */
export async function finishQuarter({ tx, now }: ProcessContext, { row }: Quarter, outcome: 'unchanged' | 'kept' | 'reverted' | 'mixed'): Promise<Transition> {
  await setChildState(tx, 'pdcaQuarter', row.id, 'closed', now, outcome);
  return { outcome, finish: { outcome }, signals: [reportToRollout(row.rolloutId, 'pdcaQuarter', row.id)], audit: [{ action: 'pdcaQuarter.ended', object: row.id, after: { outcome } }] };
}
