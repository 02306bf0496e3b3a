import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { addEmployee } from '../testing/index.js';
import { nameDefinition } from '../testing/ownDefinition.js';
import { sql } from '@fairmark/persistence/database';
import { startAppeals, type Appeals } from './testing.js';

jest.setTimeout(60_000);

let t: Appeals;
beforeAll(async () => {
  t = await startAppeals();
});
afterAll(() => t.stop());

test('the check follows the definition that HR named: two people admit, one refusal refuses with its own ground', async () => {
  const own = async (id: string) => {
    const c = await t.begin();
    const law = await addEmployee(t.database.read, { name: '法务' });
    await nameDefinition(t.database, {
      id, version: 1, kind: 'appeals', title: { zh: '双人受理' },
      nodes: [{ id: 'both', type: 'allOf', title: { zh: '受理' }, approvers: [{ type: 'role', role: 'hr', scope: 'subject' }, { type: 'person', personId: law }], duration: { n: 2, unit: 'workingDay' }, timeout: { act: 'handToHr' } }],
    }, { purpose: 'appealAdmissibility', departmentId: c.d.departmentId, actorId: c.d.hr });
    return { c, law, appeal: await t.file(c) };
  };
  const phase = async (id: string) => (await t.driver.process(`appeal/${id}`)).step;
  const admitted = await own('admittedByTwo');
  const hr = (await t.database.read.all(sql<{ id: string }>`select t.assignee_id as id from visits v join tasks t on t.visit_id = v.id where v.workflow_id = ${`appeal/${admitted.appeal}`} and v.state = 'open' and t.state = 'open' and t.assignee_id <> ${admitted.law}`)).map((row) => row.id);
  expect(hr).toContain(admitted.c.d.hr);
  const visit = async (id: string) => String((await t.database.read.one(sql<{ id: string }>`select id from visits where workflow_id = ${`appeal/${id}`} and step = 'admissibility' and state = 'open'`))?.id);
  await t.driver.accept(admitted.law, await visit(admitted.appeal), 'decide', { decision: 'admit' });
  expect(await phase(admitted.appeal)).toBe('admissibility');
  for (const person of hr) await t.driver.accept(person, await visit(admitted.appeal), 'decide', { decision: 'admit' });
  expect(await phase(admitted.appeal)).toBe('deliberation');
  const refused = await own('refusedByOne');
  await t.driver.accept(refused.law, await visit(refused.appeal), 'decide', { decision: 'refuse', ground: 'noGround', text: '没有说明理由' });
  expect((await t.driver.process(`appeal/${refused.appeal}`)).outcome).toBe('refused');
});
