import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { startTimedProcesses, type TimedProcesses } from '../testing/timedProcess.js';

let t: TimedProcesses;
beforeAll(async () => {
  t = await startTimedProcesses(60);
}, 60_000);
afterAll(() => t.stop());

test('sixty working days pass: one reminder, then the deadline, at their instants', async () => {
  const { workflowId, handle } = await t.begin();
  expect(await handle.result()).toBe('passed');
  const visit = await t.database.read.one(sql<{ dueAt: string; closedAt: string }>`select due_at as "dueAt", closed_at as "closedAt" from visits where workflow_id = ${workflowId}`);
  expect(Date.parse(String(visit?.closedAt)) - Date.parse(String(visit?.dueAt))).toBeLessThan(5_000);
  expect(await t.database.read.all(sql`select kind from notices where kind = 'reminder.signOff'`)).toHaveLength(1);
  const { history } = { history: await handle.fetchHistory() };
  expect(history.events?.length).toBeLessThanOrEqual(20);
}, 60_000);
