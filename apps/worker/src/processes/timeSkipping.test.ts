import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { workflowId as ids, TASK_QUEUE } from '@fairmark/contracts/process';
import { sql } from '@fairmark/persistence/database';
import { startProcess } from '@fairmark/persistence/process';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { addEmployee, fakeHandlers, startTestProcesses, type FakeProcess, type TestProcesses } from '../testing/index.js';
import { testWorker, timeSkipping, type TestWorker } from '../testing/temporal.js';
import { engineActivities, ProcessEngine } from './index.js';

let t: TestProcesses;
let env: TestWorkflowEnvironment;
let worker: TestWorker;
const fake: FakeProcess = { assignees: [], subjectId: null, timeout: 'remind', days: 60 };
const handlers = fakeHandlers(fake, {
  signOff: async ({ visit }) => ({ outcome: 'passed', close: [{ visitId: visit.id, outcome: 'passed' }], finish: { outcome: 'passed' }, audit: [{ action: 'fake.passed', object: visit.id }] }),
});

beforeAll(async () => {
  t = await startTestProcesses([handlers]);
  fake.assignees = [{ employeeId: await addEmployee(t.database.read), why: 'chair' }];
  env = await timeSkipping();
  worker = await testWorker({ connection: env.nativeConnection, activities: engineActivities(new ProcessEngine(t.database, [handlers])) });
}, 60_000);
afterAll(async () => {
  await worker.stop();
  await env.teardown();
  await t.stop();
});

test('sixty working days pass: one reminder, then the deadline, at their instants', async () => {
  const refId = randomUUID();
  const workflowId = ids.calibration(refId);
  await t.database.transaction((tx) => startProcess(tx, { kind: 'calibration', workflowId, refId, step: 'opening' }));
  const handle = await env.client.workflow.start('calibrationWorkflow', { workflowId, taskQueue: TASK_QUEUE, args: [{ workflowId, kind: 'calibration' }] });
  expect(await handle.result()).toBe('passed');
  const visit = await t.database.read.one(sql<{ dueAt: string; closedAt: string }>`select due_at as "dueAt", closed_at as "closedAt" from visits where workflow_id = ${workflowId}`);
  expect(Date.parse(String(visit?.closedAt)) - Date.parse(String(visit?.dueAt))).toBeLessThan(5_000);
  expect(await t.database.read.all(sql`select kind from notices where kind = 'reminder.signOff'`)).toHaveLength(1);
  const { history } = { history: await handle.fetchHistory() };
  expect(history.events?.length).toBeLessThanOrEqual(20);
}, 60_000);
