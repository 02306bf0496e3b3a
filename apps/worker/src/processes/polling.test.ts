import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TASK_QUEUE, type Position } from '@fairmark/contracts/process';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { testWorker, timeSkipping, type TestWorker } from '../testing/temporal.js';

const running: Position = { step: 'running', state: 'open', outcome: null, visits: [] };
let env: TestWorkflowEnvironment;
let worker: TestWorker;
/** Minutes after the start at which the cycle looked at the database. */
const looks: number[] = [];
let started = 0;

beforeAll(async () => {
  env = await timeSkipping();
  worker = await testWorker({
    connection: env.nativeConnection,
    activities: {
      openProcess: async ({ now }: { now: string }) => ((started ||= Date.parse(now)), running),
      decide: async () => ({ answer: { status: 'applied', outcome: 'noted', details: {} }, position: running }),
      checkCycle: async ({ now }: { now: string }): Promise<Position> => (looks.push(Math.round((Date.parse(now) - started) / 60_000)) < 6 ? running : { ...running, step: 'closed', state: 'closed', outcome: 'closed' }),
    },
  });
}, 60_000);
afterAll(async () => {
  await worker.stop();
  await env.teardown();
});

test('a cycle looks every ten minutes, whatever else it does, until its reviews have closed', async () => {
  const workflowId = 'cycle/polling';
  const handle = await env.client.workflow.start('reviewCycleWorkflow', { workflowId, taskQueue: TASK_QUEUE, args: [{ workflowId, kind: 'cycle' }] });
  const updateId = randomBytes(32).toString('hex');
  await env.sleep('25 minutes');
  await handle.executeUpdate('decide', { updateId, args: [{ updateId }] });
  expect(await handle.result()).toBe('closed');
  expect(looks).toEqual([10, 20, 30, 40, 50, 60]);
}, 60_000);
