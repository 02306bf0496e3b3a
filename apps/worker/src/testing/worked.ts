import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { engineActivities, ProcessEngine, type ProcessHandlers } from '../processes/index.js';
import { startTestProcesses, type TestProcesses } from './processDriver.js';
import { devServer, testWorker, timeSkipping } from './temporal.js';

/** Processes on a database of their own whose workflows run on a server, with a worker that has their rules. */
export interface WorkedProcesses extends TestProcesses {
  env: TestWorkflowEnvironment;
}

/** @param more activities of a feature besides those of the engine, made on the database of the test */
export async function startWorkedProcesses(server: 'timeSkipping' | 'real', handlers: readonly ProcessHandlers[], more: (database: TestProcesses['database']) => object = () => ({})): Promise<WorkedProcesses> {
  const processes = await startTestProcesses(handlers);
  const env = await (server === 'real' ? devServer() : timeSkipping());
  const worker = await testWorker({ connection: env.nativeConnection, activities: { ...engineActivities(new ProcessEngine(processes.database, handlers)), ...more(processes.database) } });
  return {
    ...processes,
    env,
    stop: async () => {
      await worker.stop();
      await env.teardown();
      await processes.stop();
    },
  };
}
