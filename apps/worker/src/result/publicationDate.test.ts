import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { startResults, type Results } from './testing.js';
import { remindToPublish } from './watchPublications.js';

jest.setTimeout(30_000);

let t: Results;
beforeAll(async () => {
  t = await startResults();
});
afterAll(() => t.stop());
beforeEach(() => t.forgetTimers());

/** Signed off on Tuesday 1 September; the cycle fixes Wednesday 9 September. */
async function dated() {
  const d = await t.calibrated();
  await t.database.read.run(sql`update cycles set schedule = '{"publication": {"dueOn": "2026-09-09"}}' where id = ${d.cycleId}`);
  return { d, person: String(d.reports[0][0]) };
}
const told = (kind: string, employeeId: string) => t.database.read.one(sql<{ times: number }>`select count(*)::int as times from notices where kind = ${kind} and employee_id = ${employeeId}`);

test('published early, nobody sees anything before the fixed date, and the line two working days earlier, told then', async () => {
  const { d, person } = await dated();
  expect(await t.request(d)).toBe('2026-09-08T16:00:00.000Z');
  const times = () => t.database.read.one(sql`select managers_see_at as "managersSeeAt", published_at as "publishedAt" from reviews where id = ${d.reviewOf(person).id}`);
  expect(await times()).toEqual({ managersSeeAt: '2026-09-06T16:00:00.000Z', publishedAt: null });
  expect(await told('result.managersSee', d.managers[0])).toEqual({ times: 0 });
  await t.driver.advanceTo('2026-09-06T16:00:00.000Z');
  expect(await told('result.managersSee', d.managers[0])).toEqual({ times: 1 });
  expect(await t.driver.openSteps(d.reviewOf(person).workflowId)).toEqual(['publication']);
  await t.driver.advanceTo('2026-09-08T16:00:00.000Z');
  expect(await times()).toEqual({ managersSeeAt: '2026-09-06T16:00:00.000Z', publishedAt: '2026-09-08T16:00:00.000Z' });
  expect((await t.driver.openSteps(d.reviewOf(person).workflowId)).sort()).toEqual(['acknowledgement', 'interview']);
});

test('HR is reminded once on the last morning on which the date can be kept and once on the day, not after publishing', async () => {
  const { d } = await dated();
  const look = (now: string) => remindToPublish(t.database, now);
  await t.database.read.run(sql`update notices set created_at = '2026-01-01'`);
  const older = (at: string) => t.database.read.run(sql`update notices set created_at = ${at} where kind = 'publication.due' and employee_id = ${d.hr} and created_at > ${'2026-10-01'}::timestamptz`);
  expect(await look('2026-09-07T00:59:00.000Z')).toBe(0);
  expect(await look('2026-09-07T01:00:00.000Z')).toBeGreaterThan(0);
  expect(await told('publication.due', d.hr)).toEqual({ times: 1 });
  await older('2026-09-07T01:00:00.000Z');
  await look('2026-09-08T01:00:00.000Z');
  expect(await told('publication.due', d.hr)).toEqual({ times: 1 });
  await t.request(d);
  await look('2026-09-09T01:00:00.000Z');
  expect(await told('publication.due', d.hr)).toEqual({ times: 1 });
});
