import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TASK_QUEUE } from '@fairmark/contracts/process';
import type { Config } from '@fairmark/runtime/config';
import type { Logger } from '@fairmark/runtime/logging';
import { dataConverter } from '@fairmark/runtime/temporal';
import { NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';

/** Made by `bundle.mjs` beside the compiled code. */
const bundlePath = path.join(import.meta.dirname, '..', 'workflow-bundle.cjs');

/** `NativeConnection.connect` rejects at once while the server is down: asks again until it is there or the worker is told to stop. */
export async function connectWithRetry(address: string, logger: Logger, signal: AbortSignal): Promise<NativeConnection> {
  for (let pause = 100; ; pause = Math.min(pause * 2, 2_000)) {
    try {
      return await NativeConnection.connect({ address });
    } catch (error) {
      if (signal.aborted) throw error;
      logger.warn({ err: error }, 'Temporal does not answer yet');
      await sleep(pause, undefined, { signal });
    }
  }
}

/** Options of the worker, each for a reason. The bench brings a bundle with more workflows. */
export async function createWorker(
  config: Pick<Config, 'temporal' | 'codecKeys' | 'database'>, connection: NativeConnection, activities: object, workflowBundle: WorkflowBundleOption = { codePath: bundlePath },
): Promise<Worker> {
  return Worker.create({
    connection,
    namespace: config.temporal.namespace,
    taskQueue: TASK_QUEUE,
    workflowBundle,
    activities,
    dataConverter: dataConverter(config.codecKeys),
    // A burst of starts lets the default grow with the heap until it is full. A waiting review weighs some 100 kB; an evicted one is replayed from at most 150 events.
    maxCachedWorkflows: 600,
    // After a kill, tasks still go to the dead worker's own queue; at the default of 10 s the first click after a restart would answer "unknown".
    stickyQueueScheduleToStartTimeout: '1 second',
    // Decisions under way finish; longer ones are taken up by the next worker.
    shutdownGraceTime: '6 seconds',
    shutdownForceTime: '12 seconds',
    // Every local activity holds a connection of the pool. More of them would wait for one while their five seconds run.
    maxConcurrentLocalActivityExecutions: Math.max(2, config.database.poolMax - 3),
    // Launches and the patient form of decisions: two more connections.
    maxConcurrentActivityTaskExecutions: 4,
    maxConcurrentWorkflowTaskExecutions: 40,
  });
}
