import type { ProcessActivities } from '@fairmark/contracts/process';
import { isCancellation, log, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';

/**
 * One transaction per decision as a local activity: no task-queue round trip. It gives up early, because a local
 * activity that keeps failing holds the workflow task and with it everybody else's updates.
 */
const local = proxyLocalActivities<ProcessActivities>({
  startToCloseTimeout: '5 seconds',
  scheduleToCloseTimeout: '8 seconds',
  retry: { initialInterval: '100 milliseconds', maximumInterval: '1 second', maximumAttempts: 3 },
});

/** The same transaction with the same key when the database is away for longer: repeated until it is back. */
const patient = proxyActivities<ProcessActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});

function withFallback<K extends keyof ProcessActivities>(name: K): ProcessActivities[K] {
  const run = async (args: never): Promise<unknown> => {
    try {
      return await (local[name] as (args: never) => Promise<unknown>)(args);
    } catch (error) {
      if (isCancellation(error)) throw error;
      log.warn('local activity gave up, going on with an ordinary one', { activity: name });
      return (patient[name] as (args: never) => Promise<unknown>)(args);
    }
  };
  return run as ProcessActivities[K];
}

/** The activities that drive every process: local first, patient when that fails. */
export const processActivities: ProcessActivities = {
  openProcess: withFallback('openProcess'),
  decide: withFallback('decide'),
  applyEvent: withFallback('applyEvent'),
  wake: withFallback('wake'),
};
