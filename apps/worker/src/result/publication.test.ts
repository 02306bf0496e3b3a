import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { workflowId as ids } from '@fairmark/contracts/process';
import { sql } from '@fairmark/persistence/database';
import { departmentLines } from '@fairmark/persistence/publications';
import { addEmployee, rate } from '../testing/index.js';
import { startResults, type Results } from './testing.js';

jest.setTimeout(30_000);

let t: Results;
beforeAll(async () => {
  t = await startResults();
});
afterAll(() => t.stop());
beforeEach(() => t.forgetTimers());

describe('publication', () => {
  test('is ready when the sessions are signed off, and shows everybody the results at the same instant, the line two working days before', async () => {
    const d = await t.calibrated();
    expect((await departmentLines(t.database.read, d.cycleId, t.driver.now))[0]).toMatchObject({ people: 4, waiting: 4, onTheirWay: 0, sessions: 1, signedOffSessions: 1, state: 'ready' });
    const publishAt = await t.request(d);
    expect(publishAt).toBe('2026-09-03T16:00:00.000Z');
    const [person] = d.reports[0] as [string];
    expect(await t.database.read.one(sql`select managers_see_at as "managersSeeAt", published_at as "publishedAt" from reviews where id = ${d.reviewOf(person).id}`)).toEqual({ managersSeeAt: '2026-09-01T01:00:00.000Z', publishedAt: null });
    t.driver.now = '2026-09-03T16:00:00.400Z';
    await t.driver.advanceTo('2026-09-03T16:00:01.000Z');
    expect(await t.database.read.all(sql`select distinct published_at as at from reviews where cycle_id = ${d.cycleId}`)).toEqual([{ at: publishAt }]);
    expect((await t.driver.openSteps(d.reviewOf(person).workflowId)).sort()).toEqual(['acknowledgement', 'interview']);
    expect((await departmentLines(t.database.read, d.cycleId, t.driver.now))[0]?.state).toBe('published');
  });

  test('of the first review makes all results of the department visible', async () => {
    const d = await t.calibrated();
    const publishAt = await t.request(d);
    t.driver.now = publishAt;
    const visitId = await t.visitOf(d, d.managers[0], 'publication');
    await t.database.read.run(sql`update visits set wake_at = '2030-01-01' where state = 'open' and step = 'publication' and id <> ${visitId}`);
    await t.driver.advanceTo(publishAt);
    expect(await t.database.read.all(sql`select distinct published_at as at from reviews where cycle_id = ${d.cycleId}`)).toEqual([{ at: publishAt }]);
  });
});

test('somebody who comes after the publication is published alone, with the same lead for the line', async () => {
  t.driver.now = '2026-09-01T01:00:00.000Z';
  const d = await t.published();
  const joiner = await addEmployee(t.database.read, { managerId: d.managers[0], departmentId: d.departmentId });
  const workflowId = ids.review(d.cycleId, joiner);
  const row = await t.database.read.one(sql<{ id: string }>`
    insert into reviews (cycle_id, employee_id, plan_id, plan_version_id, workflow_id, state, step, period_start, period_end, department_id, manager_id)
    values (${d.cycleId}, ${joiner}, ${d.planId}, ${d.planVersionId}, ${workflowId}, 'open', 'scoring', '2026-01-01', '2026-06-30', ${d.departmentId}, ${d.managers[0]}) returning id`);
  await rate(t.database.read, String(row?.id), 8_500, 'B');
  await t.driver.start('review', workflowId, String(row?.id));
  expect((await departmentLines(t.database.read, d.cycleId, t.driver.now))[0]).toMatchObject({ sessions: 2, signedOffSessions: 1 });
  await t.signOff(d);
  expect(await t.database.read.one(sql`select managers_see_at as at, published_at as published from reviews where id = ${row?.id}`)).toEqual({ at: '2026-09-03T16:00:00.000Z', published: null });
  await t.driver.advanceTo('2026-09-08T16:00:00.000Z');
  expect(await t.database.read.one(sql`select published_at as published from reviews where id = ${row?.id}`)).toEqual({ published: '2026-09-08T16:00:00.000Z' });
});
