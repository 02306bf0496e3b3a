import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { exportPayroll } from '@fairmark/persistence/rewards';
import { filing, GROWTH, ORDERS, points, startAppeals, type Appeals, type Case } from './testing.js';

jest.setTimeout(60_000);

let t: Appeals;
beforeAll(async () => {
  t = await startAppeals();
});
afterAll(() => t.stop());
beforeEach(() => t.forgetTimers());

const ratings = (c: Case) => t.database.read.all(sql<{ source: string; band: string; total: number }>`select source, band, total_centi as total from ratings where review_id = ${c.reviewId} order by no`);
const others = (c: Case) => t.database.read.all(sql`select r.id, g.no, g.band, g.total_centi, w.amount_cents from reviews r left join ratings g on g.review_id = r.id left join rewards w on w.review_id = r.id where r.cycle_id = ${c.d.cycleId} and r.id <> ${c.reviewId} order by r.id, g.no`);
const codeOf = async (answer: Promise<unknown>) => ((await answer) as { code?: string }).code;
const process = (id: string) => t.driver.process(`appeal/${id}`);

async function heard(c: Case, body = filing()): Promise<{ id: string; members: string[] }> {
  const id = await t.file(c, body);
  await t.admit(id, c.d.hr);
  await t.state(id, c);
  return { id, members: await t.members(id) };
}

describe('filing', () => {
  test('freezes what is contested, holds the pay and lets the review wait', async () => {
    const c = await t.begin();
    const visit = await t.visitOf(c.d, c.person, 'acknowledgement');
    expect(await codeOf(t.driver.decide(c.manager, visit, 'appeal', filing()))).toBe('ACTOR.NOT_ASSIGNED');
    expect(await codeOf(t.driver.decide(c.person, visit, 'appeal', filing({ kind: 'judgedScore', key: 'nothing' })))).toBe('APPEAL.ITEM_UNKNOWN');
    expect(await codeOf(t.driver.decide(c.person, visit, 'appeal', filing({ kind: 'calibrationChange', key: '' })))).toBe('APPEAL.ITEM_UNKNOWN');
    expect(await codeOf(t.driver.decide(c.person, visit, 'appeal', filing(GROWTH, ['0190a0a0-0000-7000-8000-000000000000'])))).toBe('APPEAL.PAPER_UNKNOWN');
    const id = await t.file(c);
    expect(await t.driver.openSteps(c.workflowId)).toEqual(['appeal']);
    expect(await t.engine(id)).toMatchObject({ phase: 'admissibility', contested: [{ item: GROWTH, value: points(8_000) }], bands: ['S', 'A', 'B', 'C', 'D'] });
    const rows = await t.database.transaction((tx) => exportPayroll(tx, c.d.cycleId, null, t.driver.now));
    expect(rows.find((row) => row.reviewId === c.reviewId)).toMatchObject({ cents: 0 });
    expect(await t.review(c.d, c.person)).toMatchObject({ step: 'appeal', finalAt: null });
  });

  test('is late when the window has ended, and no pay of a shadow result is held', async () => {
    const c = await t.begin({ shadow: true });
    const visit = await t.visitOf(c.d, c.person, 'acknowledgement');
    t.driver.now = '2026-09-15T16:00:00.000Z';
    expect(await codeOf(t.driver.decide(c.person, visit, 'appeal', filing()))).toBe('APPEAL.LATE');
    t.driver.now = '2026-09-15T15:59:59.000Z';
    const id = await t.file(c);
    expect(await t.database.read.one(sql`select pay_held as held from appeals where id = ${id}`)).toEqual({ held: false });
  });

  test('remains the right of somebody who has left', async () => {
    const c = await t.begin();
    await t.database.read.run(sql`update employees set left_on = '2026-09-02' where id = ${c.person}`);
    const id = await t.file(c);
    await t.driver.accept(c.person, `appeal/${id}`, 'withdraw', { confirmed: true });
    expect((await process(id)).outcome).toBe('withdrawn');
  });
});

describe('admissibility', () => {
  test('is decided by HR, refused on its three grounds only, and draws a panel without anybody involved', async () => {
    const c = await t.begin();
    const id = await t.file(c);
    const visit = await t.visit(id, 'admissibility');
    expect((await t.driver.tasks(visit)).map((task) => task.assigneeId)).toContain(c.d.hr);
    expect(await codeOf(t.driver.decide(c.manager, visit, 'decide', { decision: 'admit' }))).toBe('ACTOR.NOT_ASSIGNED');
    expect(await codeOf(t.driver.decide(c.d.hr, visit, 'decide', { decision: 'refuse', ground: 'late', text: '晚了' }))).toBe('APPEAL.REFUSAL_UNFOUNDED');
    await t.admit(id, c.d.hr);
    const { panel } = await t.engine(id);
    expect(panel?.memberIds).toHaveLength(3);
    const involved = [c.person, c.manager, c.d.head, c.d.boss, ...c.d.managers];
    for (const one of [...(panel?.memberIds ?? []), ...(panel?.alternateIds ?? [])]) expect(involved).not.toContain(one);
    expect(await t.driver.openSteps(`appeal/${id}`)).toEqual(['vote', 'statement']);
    expect((await process(id)).step).toBe('deliberation');
  });

  test('refused as without ground: the window goes on, and the one appeal is used up', async () => {
    const c = await t.begin();
    const id = await t.file(c);
    await t.driver.accept(c.d.hr, await t.visit(id, 'admissibility'), 'decide', { decision: 'refuse', ground: 'noGround', text: '没有说明理由' });
    expect((await process(id)).outcome).toBe('refused');
    expect(await t.driver.openSteps(c.workflowId)).toEqual(['acknowledgement']);
    expect(await codeOf(t.driver.decide(c.person, await t.visitOf(c.d, c.person, 'acknowledgement'), 'appeal', filing()))).toBe('APPEAL.REPEATED');
    await t.driver.advanceTo('2026-09-16T16:00:00.000Z');
    expect(await t.lastAct(c.d, c.person)).toMatchObject({ recordedAs: 'deemedAccepted' });
  });

  test('never passes by time-out', async () => {
    const c = await t.begin();
    const id = await t.file(c);
    await t.driver.advanceTo('2026-09-25T01:00:00.000Z');
    expect((await t.engine(id)).phase).toBe('admissibility');
    expect((await t.driver.tasks(await t.visit(id, 'admissibility'))).length).toBeGreaterThan(0);
  });
});

describe('outcomes', () => {
  test('confirmed: the result is final as decided on appeal', async () => {
    const c = await t.begin();
    const { id, members } = await heard(c);
    await t.decide(id, await t.propose(id, String(members[0]), { outcome: 'confirmed' }));
    expect((await process(id)).step).toBe('decided');
    await t.driver.accept(c.person, await t.visit(id, 'secondLevelFiling'), 'accept');
    expect((await process(id)).outcome).toBe('confirmed');
    expect(await ratings(c)).toEqual([{ source: 'computed', band: 'B', total: 8_500 }]);
    expect(await t.lastAct(c.d, c.person)).toMatchObject({ recordedAs: 'decidedOnAppeal' });
  });

  test('adjusted: scores, band and reward follow, never worse, and nobody else changes', async () => {
    const c = await t.begin();
    const before = await t.database.transaction((tx) => exportPayroll(tx, c.d.cycleId, null, t.driver.now));
    const { id, members } = await heard(c, filing(ORDERS));
    const [first] = members as [string];
    const untouched = await others(c);
    const propose = (scoreCenti: number) => t.propose(id, first, { outcome: 'adjusted', items: [{ item: ORDERS, value: points(scoreCenti) }] });
    await expect(propose(8_900)).rejects.toThrow('APPEAL.WORSE_THAN_CONTESTED');
    await expect(propose(9_000)).rejects.toThrow('APPEAL.VALUE_UNCHANGED');
    await expect(t.propose(id, first, { outcome: 'adjusted', items: [{ item: GROWTH, value: points(9_000) }] })).rejects.toThrow('APPEAL.ITEM_NOT_CONTESTED');
    await t.decide(id, await propose(11_500));
    await t.driver.advanceTo('2026-09-20T01:00:00.000Z');
    expect((await process(id)).outcome).toBe('adjusted');
    expect(await ratings(c)).toEqual([{ source: 'computed', band: 'B', total: 8_500 }, { source: 'appeal', band: 'A', total: 9_750 }]);
    const after = await t.database.transaction((tx) => exportPayroll(tx, c.d.cycleId, null, t.driver.now));
    expect(after.filter((row) => row.reviewId === c.reviewId && !before.some((known) => known.key === row.key))).toMatchObject([{ kind: 'difference', cents: 180_000 }]);
    expect((await others(c)).map((row) => ({ ...(row as object), amount_cents: null }))).toEqual(untouched.map((row) => ({ ...(row as object), amount_cents: null })));
  });

  test('back to scoring: another manager scores the named items, and the same panel decides', async () => {
    const c = await t.begin();
    const { id, members } = await heard(c);
    const [first] = members as [string];
    const other = c.d.managers[1];
    const back = { outcome: 'backToScoring', items: [{ item: GROWTH, value: null }] };
    await expect(t.propose(id, first, { ...back, rescorer: { kind: 'originalScorer' } })).rejects.toThrow('APPEAL.SCORER_NOT_ALLOWED');
    await expect(t.propose(id, first, { ...back, rescorer: { kind: 'otherManager', managerId: c.manager } })).rejects.toThrow('APPEAL.SCORER_NOT_ALLOWED');
    await t.decide(id, await t.propose(id, first, { ...back, rescorer: { kind: 'otherManager', managerId: other } }));
    expect((await process(id)).step).toBe('rescoring');
    expect((await t.driver.tasks(await t.visitOf(c.d, c.person, 'rescoring'))).map((task) => task.assigneeId)).toEqual([other]);
    await t.driver.accept(other, await t.visitOf(c.d, c.person, 'rescoring'), 'submit', { items: [{ itemId: GROWTH.key, score: 100, comment: '材料充分' }], comment: '' });
    expect(await t.engine(id)).toMatchObject({ phase: 'deliberation', panel: { memberIds: members } });
    await expect(t.propose(id, first, { ...back, rescorer: { kind: 'otherManager', managerId: other } })).rejects.toThrow('APPEAL.ALREADY_SENT_BACK');
    await t.decide(id, await t.propose(id, first, { outcome: 'adjusted', items: [{ item: GROWTH, value: points(10_000) }] }));
    await t.driver.accept(c.person, await t.visit(id, 'secondLevelFiling'), 'accept');
    expect(await ratings(c)).toEqual([{ source: 'computed', band: 'B', total: 8_500 }, { source: 'appeal', band: 'B', total: 9_100 }]);
  });

  test('scored again and then confirmed: what was contested stands, scores included', async () => {
    const c = await t.begin();
    const { id, members } = await heard(c);
    const [first] = members as [string];
    await t.decide(id, await t.propose(id, first, { outcome: 'backToScoring', items: [{ item: GROWTH, value: null }], rescorer: { kind: 'otherManager', managerId: c.d.managers[1] } }));
    await t.driver.accept(c.d.managers[1], await t.visitOf(c.d, c.person, 'rescoring'), 'submit', { items: [{ itemId: GROWTH.key, score: 50, comment: '不足' }], comment: '' });
    await t.decide(id, await t.propose(id, first, { outcome: 'confirmed' }));
    await t.driver.accept(c.person, await t.visit(id, 'secondLevelFiling'), 'accept');
    expect(await ratings(c)).toHaveLength(1);
    expect(await t.database.read.one(sql`select total_centi as total from segment_scores where review_id = ${c.reviewId}`)).toEqual({ total: 8_500 });
  });

  test('withdrawn before the decision: the window goes on; afterwards it is too late', async () => {
    const c = await t.begin();
    const { id } = await heard(c);
    expect(await codeOf(t.driver.decide(c.d.hr, `appeal/${id}`, 'withdraw', { confirmed: true }))).toBe('ACTOR.NOT_ASSIGNED');
    await t.driver.accept(c.person, `appeal/${id}`, 'withdraw', { confirmed: true });
    expect(await t.driver.openSteps(c.workflowId)).toEqual(['acknowledgement']);
    expect((await t.database.read.one(sql<{ open: number }>`select count(*)::integer as open from visits where workflow_id = ${`appeal/${id}`} and state = 'open'`))?.open).toBe(0);
    const decided = await t.begin();
    const next = await heard(decided);
    await t.decide(next.id, await t.propose(next.id, String(next.members[0]), { outcome: 'confirmed' }));
    expect(await codeOf(t.driver.decide(decided.person, `appeal/${next.id}`, 'withdraw', { confirmed: true }))).toBe('APPEAL.DECIDED');
  });
});
