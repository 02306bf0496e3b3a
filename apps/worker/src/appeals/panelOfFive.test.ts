import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { addEmployee } from '../testing/index.js';
import { GROWTH, points, startAppeals, type Appeals } from './testing.js';

jest.setTimeout(60_000);

let t: Appeals;
beforeAll(async () => {
  t = await startAppeals();
});
afterAll(() => t.stop());
beforeEach(() => t.forgetTimers());

test('a plan with panels of five: all five vote, two against two against one goes into a second ballot, and an alternate replaces the silent one in it', async () => {
  const c = await t.begin({ plan: { appeals: { panelSize: 5 } } });
  const id = await t.file(c);
  await t.admit(id, c.d.hr);
  await t.state(id, c);
  const members = await t.members(id);
  expect(members).toHaveLength(5);
  const [a, b, d, e, f] = members as [string, string, string, string, string];
  const confirmed = await t.propose(id, a, { outcome: 'confirmed' });
  const some = await t.propose(id, b, { outcome: 'adjusted', items: [{ item: GROWTH, value: points(8_500) }] });
  const more = await t.propose(id, d, { outcome: 'adjusted', items: [{ item: GROWTH, value: points(9_000) }] });
  await t.driver.accept(a, await t.visit(id, 'vote', a), 'openBallot');
  const vote = async (member: string, proposalId: string, ballot: number) => t.driver.accept(member, await t.visit(id, 'vote', member), 'vote', { proposalId, ballot });
  for (const [member, proposalId] of [[a, confirmed], [b, some], [d, some], [e, confirmed]] as const) await vote(member, proposalId, 1);
  expect((await t.engine(id)).ballot?.number).toBe(1);
  await vote(f, more, 1);
  expect((await t.engine(id)).ballot).toMatchObject({ number: 2, proposalIds: [confirmed, some] });
  for (const [member, proposalId] of [[a, confirmed], [b, some], [d, some], [e, confirmed]] as const) await vote(member, proposalId, 2);
  await t.driver.expire(await t.visit(id, 'vote', f));
  const next = (await t.members(id)).find((member) => !members.includes(member)) as string;
  await vote(next, some, 2);
  expect((await t.engine(id)).decisions).toMatchObject([{ outcome: 'adjusted', items: [{ value: points(8_500) }] }]);
  expect(await t.database.read.one(sql`select count(*)::int as votes from appeal_votes where appeal_id = ${id} and member_id = ${f} and ballot = 2`)).toEqual({ votes: 0 });
});

test('a case keeps the size that its cycle froze, and is not heard by fewer', async () => {
  const c = await t.begin({ plan: { appeals: { panelSize: 5 } } });
  const id = await t.file(c);
  const pool = await Promise.all(Array.from({ length: 5 }, (_, index) => addEmployee(t.database.read, { name: `名单${index}` })));
  for (const employeeId of pool) await t.database.read.run(sql`insert into panel_pool (employee_id, added_by) values (${employeeId}, ${c.d.hr})`);
  const refused = await t.driver.decide(c.d.hr, await t.visit(id, 'admissibility'), 'decide', { decision: 'admit' });
  await t.database.read.run(sql`delete from panel_pool`);
  expect(refused).toMatchObject({ code: 'APPEAL.PANEL_TOO_SMALL', details: { eligible: 5, needed: 6 } });
});
