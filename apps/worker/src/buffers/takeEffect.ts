import { updateBuffer } from '@fairmark/persistence/buffers';
import { settleReward } from '@fairmark/persistence/rewards';
import type { ProcessContext } from '../processes/index.js';

/** Nobody can contest the outcome any more: what the result pays follows from it, as a difference to what payroll had before. */
export async function takeEffect({ tx, now }: Pick<ProcessContext, 'tx' | 'now'>, reviewId: string, bufferId: string): Promise<void> {
  await updateBuffer(tx, bufferId, { effectiveAt: now });
  await settleReward(tx, reviewId, 'buffer', now);
}
