import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { because, filing, GROWTH, points, startAppeals, type Appeals, type Case } from './testing.js';

jest.setTimeout(60_000);

let t: Appeals;
beforeAll(async () => {
  t = await startAppeals();
});
afterAll(() => t.stop());
beforeEach(() => t.forgetTimers());

const ratings = (c: Case) => t.database.read.all(sql<{ source: string; band: string; total: number }>`select source, band, total_centi as total from ratings where review_id = ${c.reviewId} order by no`);
const codeOf = async (answer: Promise<unknown>) => ((await answer) as { code?: string }).code;
const process = (id: string) => t.driver.process(`appeal/${id}`);

async function heard(c: Case, body = filing()): Promise<{ id: string; members: string[] }> {
  const id = await t.file(c, body);
  await t.admit(id, c.d.hr);
  await t.state(id, c);
  return { id, members: await t.members(id) };
}

describe('the second level', () => {
  test('is heard by other people, within ten days of its filing, and decides itself', async () => {
    const c = await t.begin();
    const { id, members } = await heard(c);
    await t.decide(id, await t.propose(id, String(members[0]), { outcome: 'confirmed' }));
    const visit = await t.visit(id, 'secondLevelFiling');
    expect(await codeOf(t.driver.decide(c.person, visit, 'file', { ground: 'newEvidence', text: '新证据', paperIds: [] }))).toBe('APPEAL.SECOND_LEVEL_GROUND');
    await t.driver.accept(c.person, visit, 'file', { ground: 'procedureError', text: '未听取陈述', paperIds: [] });
    expect(await process(id)).toMatchObject({ step: 'admissibility' });
    await t.admit(id, c.d.hr);
    expect(await process(id)).toMatchObject({ step: 'secondLevel' });
    await t.state(id, c);
    const second = await t.members(id);
    for (const member of second) expect(members).not.toContain(member);
    await expect(t.propose(id, String(second[0]), { outcome: 'backToScoring', items: [{ item: GROWTH, value: null }], rescorer: { kind: 'originalScorer' } })).rejects.toThrow('APPEAL.SECOND_LEVEL_DECIDES_ITSELF');
    await t.decide(id, await t.propose(id, String(second[0]), { outcome: 'adjusted', items: [{ item: GROWTH, value: points(9_000) }] }));
    expect((await process(id)).outcome).toBe('adjusted');
    expect((await ratings(c)).at(-1)).toEqual({ source: 'appeal', band: 'B', total: 8_800 });
  });

  test('withdrawn or not called leaves the first decision standing', async () => {
    const c = await t.begin();
    const { id, members } = await heard(c);
    await t.decide(id, await t.propose(id, String(members[0]), { outcome: 'adjusted', items: [{ item: GROWTH, value: points(9_000) }] }));
    await t.driver.accept(c.person, await t.visit(id, 'secondLevelFiling'), 'file', { ground: 'procedureError', text: '程序', paperIds: [] });
    await t.driver.accept(c.person, `appeal/${id}`, 'withdraw', { confirmed: true });
    expect((await process(id)).outcome).toBe('adjusted');
    expect((await ratings(c)).at(-1)).toMatchObject({ source: 'appeal', total: 8_800 });
  });
});

describe('the panel', () => {
  test('two leading proposals go into a second ballot, and no vote is given twice', async () => {
    const c = await t.begin();
    const { id, members } = await heard(c);
    const [a, b, d] = members as [string, string, string];
    const proposals = [await t.propose(id, a, { outcome: 'confirmed' }), await t.propose(id, b, { outcome: 'adjusted', items: [{ item: GROWTH, value: points(8_500) }] }), await t.propose(id, d, { outcome: 'adjusted', items: [{ item: GROWTH, value: points(9_000) }] })] as [string, string, string];
    await t.driver.accept(a, await t.visit(id, 'vote', a), 'openBallot');
    expect(await codeOf(t.driver.decide(a, await t.visit(id, 'vote', a), 'propose', { outcome: 'confirmed', items: [], ...because }))).toBe('APPEAL.BALLOT_OPEN');
    const own = await t.visit(id, 'vote', a);
    for (const [index, member] of members.entries()) await t.driver.accept(member, await t.visit(id, 'vote', member), 'vote', { proposalId: proposals[index], ballot: 1 });
    expect(await codeOf(t.driver.decide(a, own, 'vote', { proposalId: proposals[0], ballot: 2 }))).toBe('VISIT.ALREADY_DECIDED');
    expect((await t.engine(id)).ballot).toMatchObject({ number: 2, proposalIds: proposals.slice(0, 2) });
    for (const member of members) await t.driver.accept(member, await t.visit(id, 'vote', member), 'vote', { proposalId: proposals[1], ballot: 2 });
    expect((await t.engine(id)).decisions).toMatchObject([{ outcome: 'adjusted' }]);
  });

  test('waits for the papers it asked for once, and for the statement', async () => {
    const c = await t.begin();
    const id = await t.file(c);
    await t.admit(id, c.d.hr);
    const [first, second] = (await t.members(id)) as [string, string];
    await t.propose(id, first, { outcome: 'confirmed' });
    const open = async () => codeOf(t.driver.decide(first, await t.visit(id, 'vote', first), 'openBallot'));
    expect(await open()).toBe('APPEAL.STATEMENT_PENDING');
    await t.driver.accept(second, await t.visit(id, 'vote', second), 'requestPapers', { text: '请补充聊天记录' });
    expect(await codeOf(t.driver.decide(first, await t.visit(id, 'vote', first), 'requestPapers', { text: '再次' }))).toBe('APPEAL.PAPERS_ALREADY_ASKED');
    expect(await open()).toBe('APPEAL.PAPERS_PENDING');
    await t.driver.expire(await t.visit(id, 'papers'));
    expect(await t.engine(id)).toMatchObject({ papers: 'in', statementId: null });
    expect(await open()).toBeUndefined();
  });

  test('a silent member is replaced by an alternate, never counted, and the next one gets a full window', async () => {
    const c = await t.begin();
    const { id, members } = await heard(c);
    const [a, b, silent] = members as [string, string, string];
    const proposalId = await t.propose(id, a, { outcome: 'confirmed' });
    await t.driver.accept(a, await t.visit(id, 'vote', a), 'openBallot');
    for (const member of [a, b]) await t.driver.accept(member, await t.visit(id, 'vote', member), 'vote', { proposalId, ballot: 1 });
    await t.driver.expire(await t.visit(id, 'vote', silent));
    const { panel, ballot } = await t.engine(id);
    const next = panel?.memberIds.find((member) => !members.includes(member)) as string;
    expect(panel?.replacedIds).toEqual([silent]);
    expect(ballot?.votes).toHaveLength(2);
    expect(await t.visit(id, 'vote', silent)).toBe('undefined');
    await t.driver.accept(next, await t.visit(id, 'vote', next), 'vote', { proposalId, ballot: 1 });
    expect((await process(id)).step).toBe('decided');
    expect(await t.database.read.all(sql`select employee_id as id, state, replaced_by as "by" from appeal_seats where appeal_id = ${id} and state = 'replaced'`)).toEqual([{ id: silent, state: 'replaced', by: next }]);
  });

  test('late as a whole: HR is told, nothing is decided', async () => {
    const c = await t.begin();
    const { id } = await heard(c);
    await t.driver.expire(await t.visit(id, 'vote'));
    expect((await t.engine(id)).decisions).toEqual([]);
    expect((await t.driver.tasks(await t.visit(id, 'vote'))).filter((task) => task.why === 'panelMember' || task.assigneeId === c.d.hr).map((task) => task.why).sort()).toEqual(['hrAppoints', 'panelMember', 'panelMember', 'panelMember']);
  });
});

describe('races', () => {
  test('the last two votes at once decide once; a vote and a withdrawal have one winner', async () => {
    const c = await t.begin();
    const { id, members } = await heard(c);
    const [a, b, d] = members as [string, string, string];
    const proposalId = await t.propose(id, a, { outcome: 'confirmed' });
    await t.driver.accept(a, await t.visit(id, 'vote', a), 'openBallot');
    await t.driver.accept(a, await t.visit(id, 'vote', a), 'vote', { proposalId, ballot: 1 });
    const visits = [await t.visit(id, 'vote', b), await t.visit(id, 'vote', d)];
    const answers = await Promise.all([t.driver.decide(b, String(visits[0]), 'vote', { proposalId, ballot: 1 }), t.driver.decide(d, String(visits[1]), 'vote', { proposalId, ballot: 1 })]);
    expect(answers.map((answer) => answer.status)).toEqual(['applied', 'applied']);
    expect((await t.engine(id)).decisions).toHaveLength(1);

    const other = await t.begin();
    const next = await heard(other);
    const proposal = await t.propose(next.id, String(next.members[0]), { outcome: 'confirmed' });
    await t.driver.accept(String(next.members[0]), await t.visit(next.id, 'vote', next.members[0]), 'openBallot');
    for (const member of next.members.slice(0, 2)) await t.driver.accept(member, await t.visit(next.id, 'vote', member), 'vote', { proposalId: proposal, ballot: 1 });
    const last = await t.visit(next.id, 'vote', next.members[2]);
    const both = await Promise.all([t.driver.decide(String(next.members[2]), last, 'vote', { proposalId: proposal, ballot: 1 }), t.driver.decide(other.person, `appeal/${next.id}`, 'withdraw', { confirmed: true })]);
    expect(both.map((answer) => answer.status).sort()).toEqual(['applied', 'refused']);
  });
});
