import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { startAppeals, type Appeals, type Case } from './testing.js';
import { tellAppeals } from './watch.js';

jest.setTimeout(60_000);

let t: Appeals;
beforeAll(async () => {
  t = await startAppeals();
});
afterAll(() => t.stop());
beforeEach(async () => {
  await t.forgetTimers();
  await t.database.read.run(sql`update employees set left_on = null`);
});

const reason = '成员出差';
const code = async (answer: Promise<unknown>) => ((await answer) as { code?: string }).code;
const leaves = (id: string) => t.database.read.run(sql`update employees set left_on = '2026-08-31' where id = ${id}`);
const follow = (id: string) => t.driver.signal(`appeal/${id}`, 'organisationChanged');
const people = async (id: string, step: string) => (await t.driver.tasks(await t.visit(id, step))).filter((task) => task.state === 'open').map((task) => task.assigneeId);
const otherHr = async (c: Case): Promise<string> => {
  const row = await t.database.read.one(sql<{ id: string }>`
    with one as (insert into employees (number, name, email, zone, locale, region, hired_on) values (gen_random_uuid()::text, '人力乙', gen_random_uuid() || '@example.test', 'Asia/Shanghai', 'zh-CN', 'east', '2020-01-01') returning id)
    insert into role_grants (employee_id, role, department_id) select id, 'hr', ${c.d.companyId} from one returning employee_id as id`);
  return String(row?.id);
};

async function heard(): Promise<{ c: Case; id: string; members: [string, string, string] }> {
  const c = await t.begin();
  const id = await t.file(c);
  await t.admit(id, c.d.hr);
  await t.state(id, c);
  return { c, id, members: (await t.members(id)) as [string, string, string] };
}

describe('HR', () => {
  test('gives more time with a reason that the person can read, and nobody else may', async () => {
    const { c, id, members } = await heard();
    const visitId = await t.visit(id, 'vote');
    const due = async () => (await t.driver.visit(visitId))?.dueAt ?? '';
    const before = await due();
    const body = { visitId, by: { n: 2, unit: 'workingDay' }, reason };
    for (const actor of [c.person, c.manager, members[0]]) expect(await code(t.driver.decide(actor, `appeal/${id}`, 'extend', body))).toMatch(/^(ACTOR|ACCESS|PROCESS)\./);
    await t.driver.accept(c.d.hr, `appeal/${id}`, 'extend', body);
    expect((await due()) > before).toBe(true);
    expect(await t.database.read.all(sql`select act, reason, detail ->> 'appealId' as "appealId" from hr_acts where review_id = ${c.reviewId}`)).toEqual([{ act: 'extend', reason, appealId: id }]);
    expect(await t.database.read.one(sql`select 1 as told from notices where employee_id = ${c.person} and kind = 'hr.extended' and link = ${`/appeals/${id}`}`)).toEqual({ told: 1 });
  });

  test('replaces a member by the next of the draw, never by somebody of its choice, and nobody who has voted', async () => {
    const { c, id, members } = await heard();
    const [a, b, d] = members;
    const [next] = (await t.engine(id)).panel?.alternateIds ?? [];
    const proposalId = await t.propose(id, a, { outcome: 'confirmed' });
    await t.driver.accept(c.d.hr, `appeal/${id}`, 'replaceMember', { memberId: b, reason });
    expect(await t.members(id)).toEqual([a, next, d]);
    expect((await people(id, 'vote')).sort()).toEqual([a, String(next), d].sort());
    expect(await code(t.driver.decide(b, await t.visit(id, 'vote'), 'openBallot'))).toBe('ACTOR.NOT_ASSIGNED');
    expect(await code(t.driver.decide(c.d.hr, `appeal/${id}`, 'replaceMember', { memberId: b, reason }))).toBe('APPEAL.NOT_PANEL_MEMBER');
    await t.driver.accept(a, await t.visit(id, 'vote', a), 'openBallot');
    await t.driver.accept(a, await t.visit(id, 'vote', a), 'vote', { proposalId, ballot: 1 });
    expect(await code(t.driver.decide(c.d.hr, `appeal/${id}`, 'replaceMember', { memberId: a, reason }))).toBe('APPEAL.MEMBER_HAS_VOTED');
    expect(await t.database.read.all(sql`select act from hr_acts where review_id = ${c.reviewId}`)).toEqual([{ act: 'replaceMember' }]);
  });
});

describe('a case follows the organisation', () => {
  test('another HR person checks the admission when the first one leaves', async () => {
    const c = await t.begin();
    const second = await otherHr(c);
    const id = await t.file(c);
    expect(await people(id, 'admissibility')).toContain(c.d.hr);
    await leaves(c.d.hr);
    await follow(id);
    expect(await people(id, 'admissibility')).not.toContain(c.d.hr);
    await t.admit(id, second);
    expect((await t.driver.process(`appeal/${id}`)).step).toBe('deliberation');
  });

  test('the seat of a member who left goes to an alternate before and in a ballot, recorded as such', async () => {
    const { id, members } = await heard();
    const [a, b, d] = members;
    await leaves(b);
    await follow(id);
    const now = await t.members(id);
    expect(now).not.toContain(b);
    const proposalId = await t.propose(id, a, { outcome: 'confirmed' });
    await t.driver.accept(a, await t.visit(id, 'vote', a), 'openBallot');
    await t.driver.accept(a, await t.visit(id, 'vote', a), 'vote', { proposalId, ballot: 1 });
    for (const gone of [a, d]) await leaves(gone);
    await follow(id);
    const last = await t.members(id);
    expect([last.includes(a), last.includes(d)]).toEqual([true, false]);
    for (const member of last.filter((one) => one !== a)) await t.driver.accept(member, await t.visit(id, 'vote', member), 'vote', { proposalId, ballot: 1 });
    expect((await t.driver.process(`appeal/${id}`)).step).toBe('decided');
    const causes = await t.database.read.all(sql<{ because: string }>`select canonical::jsonb -> 'after' ->> 'because' as because from audit.entries where chain = ${`appeal/${id}`} and action = 'appeal.memberReplaced'`);
    expect(causes.map((row) => row.because)).toEqual(['left', 'left']);
  });

  test('a member who comes to manage the person sits no longer', async () => {
    const { c, id, members } = await heard();
    await t.database.read.run(sql`update employee_managers set manager_id = ${members[1]} where employee_id = ${c.person}`);
    await follow(id);
    expect(await t.members(id)).not.toContain(members[1]);
  });

  test('the watch tells a case once a day, and only one that waits for somebody who is gone', async () => {
    const { id, members } = await heard();
    const told = async () => ((await tellAppeals(t.database)), (await t.driver.drain()), (await t.database.read.one(sql<{ times: number }>`select count(*)::int as times from process_events where workflow_id = ${`appeal/${id}`} and name = 'organisationChanged'`))?.times);
    expect(await told()).toBe(0);
    await leaves(members[2]);
    expect(await told()).toBe(1);
    expect(await t.members(id)).not.toContain(members[2]);
    expect(await told()).toBe(1);
  });
});
