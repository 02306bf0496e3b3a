// What Fairmark is compared with: the same messages on the same server, and nothing of ours behind them.
import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

export * from '../../apps/worker/dist/workflows.js';

const decide = defineUpdate('decide');

/** Ends after five updates. */
export async function rawApprovalWorkflow() {
  let decided = 0;
  setHandler(decide, () => (decided += 1));
  await condition(() => decided >= 5);
}

/** Starts and ends. */
export async function rawNoopWorkflow() {}
