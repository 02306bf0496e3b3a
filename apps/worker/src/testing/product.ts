import type { Database } from '@fairmark/persistence/database';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { cycleActivitiesOf } from '../cycles/index.js';
import { engineActivities, ProcessEngine } from '../processes/index.js';
import { allHandlers } from '../rules.js';
import { devServer, testWorker } from './temporal.js';
import { TemporalDriver } from './temporalDriver.js';

export interface TestProduct {
  /** A development server of its own; its client is what an API under test is given. */
  env: TestWorkflowEnvironment;
  /** Starts the worker with every rule of the product on a database. Answers how messages between processes are delivered until none is left. */
  work(database: Database): Promise<{ settle(): Promise<void> }>;
  stop(): Promise<void>;
}

/** Temporal and the worker as the product runs them, for tests that decide over HTTP. */
export async function startTestProduct(options: { extraArgs?: string[] } = {}): Promise<TestProduct> {
  const env = await devServer(options);
  const stops: (() => Promise<void>)[] = [];
  return {
    env,
    async work(database) {
      const worker = await testWorker({ connection: env.nativeConnection, activities: { ...engineActivities(new ProcessEngine(database, allHandlers)), ...cycleActivitiesOf(database) } });
      stops.push(() => worker.stop());
      const driver = new TemporalDriver(env, database);
      return { settle: () => driver.settle() };
    },
    async stop() {
      for (const stop of stops) await stop();
      await env.teardown();
    },
  };
}

export { everybody, launchTestCycle } from '../cycles/testing.js';
export { writeToLeavers } from '../changes/leaverLinks.js';
export { deliverMail } from '../mail/consumer.js';
export { mailTransport } from '../mail/transport.js';
