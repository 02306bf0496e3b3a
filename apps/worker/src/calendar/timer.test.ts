import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { message } from '@fairmark/contracts/process';
import { addDays, localDateOf } from '@fairmark/domain/calendar';
import { makeCalendarChange } from '@fairmark/persistence/calendar';
import { sql } from '@fairmark/persistence/database';
import { addEmployee } from '../testing/index.js';
import { startTimedProcesses, type TimedProcesses } from '../testing/timedProcess.js';
import { spreadPage } from './index.js';

let t: TimedProcesses;
beforeAll(async () => {
  t = await startTimedProcesses(10);
}, 60_000);
afterAll(() => t.stop());

test('leave that is recorded while a timer runs moves the timer: the deadline acts at the new instant, by time-out', async () => {
  const { workflowId, handle } = await t.begin();
  await handle.query(message.position);
  const visit = async () => (await t.database.read.one(sql<{ dueAt: string; openedAt: string; closedAt: string | null; byTimeout: boolean }>`select due_at as "dueAt", opened_at as "openedAt", closed_at as "closedAt", by_timeout as "byTimeout" from visits where workflow_id = ${workflowId}`));
  let opened = await visit();
  while (!opened) opened = await visit();
  const from = addDays(localDateOf(opened.openedAt, 'Asia/Shanghai'), 2);
  const by = await addEmployee(t.database.read);
  await t.database.transaction((tx) => makeCalendarChange(tx, { change: { kind: 'leaveRecorded', employeeId: t.person, leave: 'annual', validFrom: from, validTo: addDays(from, 7) }, alsoEarlier: false, reason: '年假' }, { by, at: opened.openedAt }));
  expect(await spreadPage(t.database, opened.openedAt)).toBe(true);
  const event = (await t.database.read.one(sql<{ id: string }>`select id from process_events where workflow_id = ${workflowId} and name = 'calendarChanged'`)) as { id: string };
  await handle.signal(message.processEvent, { eventId: event.id });
  expect(await handle.result()).toBe('passed');
  const passed = (await visit()) as NonNullable<Awaited<ReturnType<typeof visit>>>;
  expect(passed.dueAt > opened.dueAt).toBe(true);
  expect(passed.byTimeout).toBe(true);
  expect(String(passed.closedAt) >= passed.dueAt).toBe(true);
  expect(Date.parse(String(passed.closedAt)) - Date.parse(passed.dueAt)).toBeLessThan(5_000);
  expect(await t.database.read.all(sql`select action from audit.entries where chain = ${workflowId} and canonical::jsonb -> 'after' ->> 'byTimeout' = 'true'`)).toEqual([{ action: 'fake.passed' }]);
}, 60_000);
