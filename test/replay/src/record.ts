import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, test } from '@jest/globals';
import { message, TASK_QUEUE, workflowType, type ProcessKind } from '@fairmark/contracts/process';
import { dataConverter } from '@fairmark/runtime/temporal';
import { bundleWorkflows, devServer, workflowBundle } from '@fairmark/worker/testing/temporal';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { fixtureKeys } from './fixtureKeys.js';
import { storeHistory } from './histories.js';
import { scripts } from './scripts.js';
import type { Script } from './script.js';
import { updateId } from './script.js';

const RELEASE = '0.1.0';
let env: TestWorkflowEnvironment;

beforeAll(async () => {
  // Suggested early, so that a short history shows a process that goes on in a fresh run.
  env = await devServer({ keys: fixtureKeys, extraArgs: ['--dynamic-config-value', 'limit.historyCount.suggestContinueAsNew=120'] });
}, 120_000);
afterAll(() => env.teardown());

/** Drives one scripted process on a real server and answers its workflow id when it has ended. */
async function run(kind: ProcessKind, script: Script, workflowBundle: WorkflowBundleWithSourceMap): Promise<string> {
  const worker = await Worker.create({ connection: env.nativeConnection, taskQueue: TASK_QUEUE, workflowBundle, activities: script.activities(), dataConverter: dataConverter(fixtureKeys) });
  return worker.runUntil(async () => {
    const workflowId = `${kind}/${randomUUID()}`;
    const handle = await env.client.workflow.start(workflowType[kind], { workflowId, taskQueue: TASK_QUEUE, args: [{ workflowId, kind }] });
    while (script.remaining.length > 0) {
      const step = script.remaining[0];
      const before = script.remaining.length;
      if (step?.via === 'decide') await handle.executeUpdate(message.decide, { updateId: updateId(), args: [{ updateId: updateId() }] });
      if (step?.via === 'event') await handle.signal(message.processEvent, { eventId: randomUUID() });
      while (script.remaining.length === before) await sleep(20);
    }
    await handle.result();
    return workflowId;
  });
}

test.each(Object.entries(scripts))('record %s', async (name, { kind, make, keepFirstRun }) => {
  const workflowId = await run(kind, make(), await workflowBundle());
  const first = keepFirstRun ? await firstRunOf(workflowId) : undefined;
  storeHistory('good', `${name}.v${RELEASE}`, await env.client.workflow.getHandle(workflowId, first).fetchHistory());
});

test('record a history that the workflow of today must not replay', async () => {
  const other = await bundleWorkflows(path.join(import.meta.dirname, 'otherWorkflow.ts'));
  const script = scripts['calibration-undisturbed'];
  if (!script) throw new Error('No script');
  const workflowId = await run('calibration', script.make(), other);
  storeHistory('nondeterministic', 'calibration-waits-before-it-ends', await env.client.workflow.getHandle(workflowId).fetchHistory());
});

async function firstRunOf(workflowId: string): Promise<string | undefined> {
  const { raw } = await env.client.workflow.getHandle(workflowId).describe();
  return raw.workflowExecutionInfo?.firstRunId ?? undefined;
}
