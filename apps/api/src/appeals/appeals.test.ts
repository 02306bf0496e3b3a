import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { AppealLines, AppealView } from '@fairmark/contracts/appeals';
import { sql } from '@fairmark/persistence/database';
import { startTestApi, type TestApi, type TestEmployee } from '../testing/index.js';
import { AppealsModule } from './appeals.module.js';
import { addAppeal, type TestAppeal } from './testing.js';

jest.setTimeout(30_000);

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ features: [AppealsModule] });
});
afterAll(() => api.close());

const view = async (a: TestAppeal, person: TestEmployee) => (await api.signInAs(person)).get<AppealView>(`/api/appeals/${a.id}`);
const lines = async (person: TestEmployee) => (await (await api.signInAs(person)).get<AppealLines>('/api/appeals')).body.appeals;
const at = '2026-09-07T02:00:00.000Z';

describe('an appeal', () => {
  test('shows HR its state, and the grounds only while HR checks them', async () => {
    const a = await addAppeal(api);
    expect((await view(a, a.s.hr)).body).toMatchObject({ reader: 'hr', items: [], step: 'admissibility', payHeld: true });
    await a.visit('admissibility', [a.s.hr]);
    expect((await view(a, a.s.hr)).body).toMatchObject({ reader: 'admitter', items: [{ text: '没有听取我的意见', value: null }], myTasks: [{ step: 'admissibility', actions: ['decide'] }], papers: [], proposals: [] });
    expect(await lines(a.s.hr)).toMatchObject([{ id: a.id, reader: 'admitter', mine: true }]);
    for (const person of [a.s.otherHr, a.s.stranger, a.members[0], a.s.managers[1], a.s.head]) expect((await view(a, person)).status).toBe(403);
    expect((await api.anonymous().get(`/api/appeals/${a.id}`)).status).toBe(401);
  });

  test('shows the panel the case from assignment to decision, with who has voted but not how', async () => {
    const a = await addAppeal(api);
    await a.admit();
    await a.visit('vote', a.members, { level: 1 });
    const [first, second, third] = a.members;
    const proposalId = await a.propose(first);
    expect((await view(a, first)).body).toMatchObject({ reader: 'panel', proposals: [{ id: proposalId, by: { id: first.id } }], ballot: null, myTasks: [{ actions: ['propose', 'requestPapers', 'openBallot'] }] });
    expect((await view(a, a.alternate)).status).toBe(403);
    await a.apply({ type: 'ballotOpened', at, byId: first.id }, 'deliberation');
    await a.apply({ type: 'voted', at, memberId: first.id, proposalId, ballot: 1 }, 'deliberation');
    expect((await view(a, second)).body.ballot).toEqual({ number: 1, openedAt: at, proposalIds: [proposalId], votedIds: [first.id], mine: null });
    expect((await view(a, first)).body.ballot?.mine).toBe(proposalId);
    expect(await api.database.read.all(sql`select distinct object, relation from audit.access_log where reader_id = ${second.id}`)).toEqual([{ object: 'appeal', relation: 'panel' }]);
    for (const member of [second, third]) await a.apply({ type: 'voted', at, memberId: member.id, proposalId, ballot: 1 }, 'decided');
    await api.database.read.run(sql`update tasks set state = 'done' where assignee_id = any(${a.members.map((member) => member.id)}::uuid[])`);
    for (const member of a.members) {
      expect((await view(a, member)).status).toBe(403);
      expect(await lines(member)).toEqual([]);
    }
  });

  test('gives the employee facts, rule and reason, never proposals, votes or who has not voted', async () => {
    const a = await addAppeal(api);
    await a.admit();
    const [first] = a.members;
    const proposalId = await a.propose(first);
    await a.apply({ type: 'ballotOpened', at, byId: first.id }, 'deliberation');
    await a.visit('vote', a.members, { level: 1 });
    await a.visit('vote', [first], { level: 1, ballot: 1, memberId: first.id });
    const open = (await view(a, a.employee)).body;
    expect(open).toMatchObject({ reader: 'employee', proposals: [], ballot: null, statement: null, mayWithdraw: true, rescorers: [], waits: [{ step: 'vote', people: [] }] });
    expect(open.panel).toMatchObject({ alternates: [], replaced: [] });
    expect(open.panel?.members).toHaveLength(3);
    for (const member of a.members) await a.apply({ type: 'voted', at, memberId: member.id, proposalId, ballot: 1 }, 'decided');
    const decided = (await view(a, a.employee)).body;
    expect(decided).toMatchObject({ step: 'decided', mayWithdraw: false, decisions: [{ level: 1, outcome: 'confirmed', facts: '事实', rule: '规则', reason: '理由' }], proposals: [] });
    expect(JSON.stringify(decided)).not.toContain('votes');
  });

  test('gives the manager the grounds and the own statement, not the deliberation or who hears it', async () => {
    const a = await addAppeal(api);
    await a.admit();
    await a.propose(a.members[0]);
    await a.visit('statement', [a.manager]);
    await a.visit('vote', a.members, { level: 1 });
    expect((await view(a, a.manager)).body).toMatchObject({
      reader: 'manager', items: [{ text: '没有听取我的意见', value: null }], panel: null, proposals: [], ballot: null, decisions: [], statement: null, myTasks: [{ step: 'statement', actions: ['give'] }],
    });
    expect(await lines(a.manager)).toMatchObject([{ id: a.id, reader: 'manager' }]);
  });
});

describe('what can be contested', () => {
  test('is told to the person alone, with the reason when nothing can', async () => {
    const a = await addAppeal(api);
    const get = async (person: TestEmployee) => (await api.signInAs(person)).get(`/api/reviews/${a.reviewId}/appealable`);
    expect((await get(a.employee)).body).toMatchObject({ about: 'result', visitId: null, refusal: 'APPEAL.REPEATED', papers: [] });
    for (const person of [a.manager, a.s.hr, a.members[0]]) expect((await get(person)).status).toBe(403);
  });
});
