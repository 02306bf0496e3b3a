import type { ProcessActivities } from '@fairmark/contracts/process';
import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';

/**
 * One transaction per decision as a local activity: no task-queue round trip. It gives up early, because a local
 * activity that keeps failing holds the workflow task and with it everybody else's updates.
 */
export const local = proxyLocalActivities<ProcessActivities>({
  startToCloseTimeout: '5 seconds',
  scheduleToCloseTimeout: '8 seconds',
  retry: { initialInterval: '100 milliseconds', maximumInterval: '1 second', maximumAttempts: 3 },
});

/** The same transaction with the same key when the database is away for longer: repeated until it is back. */
export const patient = proxyActivities<ProcessActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});
