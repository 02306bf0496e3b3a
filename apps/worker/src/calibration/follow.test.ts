import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { orgEvent } from '@fairmark/domain/changes';
import { advanceChanges, movesOfVisit, registerChanges } from '@fairmark/persistence/changes';
import { sql } from '@fairmark/persistence/database';
import { startSessions, type Sessions } from './testing.js';

jest.setTimeout(30_000);

let t: Sessions;
beforeAll(async () => {
  t = await startSessions();
});
afterAll(() => t.stop());
afterEach(() => t.database.read.run(sql`update employees set left_on = null`).then(() => undefined));

/** Somebody is gone from today on; everything that follows has happened when this returns. */
async function leaves(id: string, successorId: string | null = null): Promise<void> {
  const today = t.driver.now.slice(0, 10);
  const row = await t.database.read.one(sql<{ number: string }>`update employees set left_on = ${today}::date - 1 where id = ${id} returning number`);
  await t.database.transaction((tx) => registerChanges(tx, [orgEvent({ kind: 'left', number: String(row?.number), effectiveOn: today })], { source: 'hr', origin: id, importId: null, by: null, at: t.driver.now, today, successorId }));
  while (await advanceChanges(t.database, t.driver.now)) await t.driver.drain();
}

test('a chair who leaves hands the chair to the named successor who leads people here, with the task and one record of why', async () => {
  const d = await t.scored();
  const { visit } = await t.session(d);
  await leaves(d.head, d.boss);
  expect(await t.session(d)).toMatchObject({ chairId: d.boss, visit });
  const tasks = await t.driver.tasks(visit);
  expect(tasks.map((task) => task.assigneeId)).not.toContain(d.head);
  expect(tasks.find((task) => task.assigneeId === d.boss)?.why).toBe('chair');
  expect(await movesOfVisit(t.database.read, visit)).toMatchObject([{ from: { id: d.head }, to: { id: d.boss }, why: 'chair', change: { kind: 'left' } }]);
});

test('without a successor the chair goes to whoever would chair now; a manager leaves an empty seat', async () => {
  const d = await t.scored();
  const { visit } = await t.session(d);
  await leaves(d.managers[1]);
  expect((await t.driver.tasks(visit)).map((task) => task.assigneeId)).not.toContain(d.managers[1]);
  await leaves(d.head);
  const session = await t.session(d);
  expect(session.chairId).not.toBe(d.head);
  expect((await t.driver.tasks(visit)).filter((task) => task.why === 'chair').map((task) => task.assigneeId)).toEqual([session.chairId]);
  expect(await movesOfVisit(t.database.read, visit)).toMatchObject([{ from: { id: d.managers[1] }, to: null, why: 'nobody' }, { from: { id: d.head }, to: { id: session.chairId } }]);
});

test('a sign-off that waits for somebody who leaves waits for another one', async () => {
  const d = await t.scored();
  await t.driver.accept(d.head, (await t.session(d)).visit, 'requestSignOff');
  await leaves(d.head, d.boss);
  const waiting = await t.driver.tasks((await t.session(d)).visit);
  expect(waiting.length).toBeGreaterThan(0);
  expect(waiting.map((task) => task.assigneeId)).not.toContain(d.head);
});
