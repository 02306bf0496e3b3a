import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { env } from 'node:process';
import { TASK_QUEUE } from '@fairmark/contracts/process';
import type { CodecKeys } from '@fairmark/runtime/config';
import { dataConverter, failureConverterPath } from '@fairmark/runtime/temporal';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker, type NativeConnection, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

/** Keys of one test run. */
export const testKeys: CodecKeys = { active: 'test', keys: { test: randomBytes(32) } };

let bundle: Promise<WorkflowBundleWithSourceMap> | undefined;
let quiet = false;

/** The workflows, bundled from their sources once per test file. */
export function workflowBundle(): Promise<WorkflowBundleWithSourceMap> {
  return (bundle ??= bundleWorkflows(path.join(import.meta.dirname, '..', 'workflows.ts')));
}

/** Bundles the workflows that a source file exports. */
export async function bundleWorkflows(workflowsPath: string): Promise<WorkflowBundleWithSourceMap> {
  if (!quiet) Runtime.install({ logger: new DefaultLogger('ERROR') });
  quiet = true;
  return bundleWorkflowCode({
    workflowsPath,
    failureConverterPath,
    logger: new DefaultLogger('ERROR'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: { ...config.resolve, conditionNames: ['@fairmark/source', 'webpack', 'development', 'module', 'import', 'require', 'default'], extensionAlias: { '.js': ['.ts', '.js'] } },
    }),
  });
}

/** A server in memory that skips time: durations and order only, one environment per test file. */
export async function timeSkipping(): Promise<TestWorkflowEnvironment> {
  await workflowBundle();
  return TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: String(env['TEMPORAL_TEST_SERVER_PATH']) } },
    client: { dataConverter: dataConverter(testKeys) },
  });
}

/** A development server of its own, for limits, kills and everything that the time-skipping server does not have. The one task queue of the product makes a shared one useless. */
export async function devServer({ keys = testKeys, extraArgs = [] }: { keys?: CodecKeys; extraArgs?: string[] } = {}): Promise<TestWorkflowEnvironment> {
  await workflowBundle();
  return TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'existing-path', path: String(env['TEMPORAL_CLI_PATH']) }, extraArgs: ['--dynamic-config-value', 'history.maxInFlightUpdates=1000', ...extraArgs] },
    client: { dataConverter: dataConverter(keys) },
  });
}

export interface TestWorker {
  worker: Worker;
  /** Stops it and waits for what is under way. */
  stop(): Promise<void>;
}

/** A worker with given activities. */
export async function testWorker(options: { connection: NativeConnection; activities: object }): Promise<TestWorker> {
  const worker = await Worker.create({
    connection: options.connection,
    namespace: 'default',
    taskQueue: TASK_QUEUE,
    workflowBundle: await workflowBundle(),
    activities: options.activities,
    dataConverter: dataConverter(testKeys),
    stickyQueueScheduleToStartTimeout: '1 second',
    shutdownGraceTime: '1 second',
  });
  const running = worker.run();
  return {
    worker,
    stop: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running;
    },
  };
}
