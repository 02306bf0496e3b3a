import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { workflowId as ids } from '@fairmark/contracts/process';
import { sql } from '@fairmark/persistence/database';
import { addDepartment } from '../testing/index.js';
import { startSessions, type Sessions } from './testing.js';

jest.setTimeout(30_000);

let t: Sessions;
beforeAll(async () => {
  t = await startSessions();
});
afterAll(() => t.stop());

test('HR gives a session time with a reason; nobody who sits in it does', async () => {
  const d = await addDepartment(t.database.read);
  await t.score(d, d.reports[0][0] as string);
  const { id, visit } = await t.session(d);
  const due = async () => (await t.driver.visit(visit))?.dueAt;
  const before = await due();
  const extend = (who: string, wish: object) => t.driver.decide(who, ids.calibration(id), 'extend', { visitId: visit, reason: '等数据', ...wish });
  expect(await extend(d.head, { by: { n: 2, unit: 'workingDay' } })).toMatchObject({ code: 'ACTOR.NOT_ASSIGNED' });
  expect(await extend(d.hr, { by: { n: 2, unit: 'workingDay' } })).toMatchObject({ status: 'applied' });
  expect(String(await due()) > String(before)).toBe(true);
  expect(await t.database.read.all(sql`select cause, reason, actor_id as actor from deadline_changes where visit_id = ${visit}`)).toEqual([{ cause: 'hr', reason: '等数据', actor: d.hr }]);
  expect(await t.database.read.all(sql`select 1 from notices where kind = 'deadline.moved' and employee_id = ${d.head}`)).toHaveLength(1);
  const share = { moveId: '0190a0a0-0000-7000-8000-000000000000' };
  await t.driver.signal(ids.calibration(id), 'hrExtend', share);
  expect(await t.database.read.one(sql`select state from process_events where body = ${JSON.stringify(share)}::jsonb`)).toEqual({ state: 'ignored' });
});
