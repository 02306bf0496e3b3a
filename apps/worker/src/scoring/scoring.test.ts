import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { startScoringWorld, type ScoringCase, type ScoringWorld } from './testing.js';

let t: ScoringWorld;
beforeAll(async () => {
  t = await startScoringWorld();
}, 60_000);
afterAll(() => t.stop());

const growth = (score = 85, comment = '独立上手') => ({ itemId: '_personal.growth', score, comment });
const full = ['orders,2026-07,90', 'orders,2026-08,90', 'orders,2026-09,90', 'replies,2026-07,9', 'replies,2026-08,10', 'replies,2026-09,11'];
const ratings = ({ reviewId }: ScoringCase) => t.database.read.all(sql<{ source: string; total: number | null; reason: string | null }>`select source, total_centi as total, reason from ratings where review_id = ${reviewId} order by no`);
const visit = async (c: ScoringCase, step: string) =>
  String((await t.database.read.one(sql<{ id: string }>`select id from visits where workflow_id = ${c.workflowId} and step = ${step} and state = 'open' order by no desc limit 1`))?.id);
const review = ({ reviewId }: ScoringCase) => t.database.read.one(sql<{ step: string; reason: string | null }>`select step, not_rated_reason as reason from reviews where id = ${reviewId}`);
const submit = async (c: ScoringCase, actor: string, items: object[] = [growth()], step = 'scoring') => t.driver.decide(actor, await visit(c, step), 'submit', { items, comment: '' });

async function ready(shape: Parameters<ScoringWorld['begin']>[0] = {}, lines = full): Promise<ScoringCase> {
  const c = await t.begin(shape);
  if (lines.length > 0) await c.values('q3', ...lines);
  await c.start();
  return c;
}

describe('scoring', () => {
  test('waits for the manager, refuses what is not complete, and leads to calibration with total and band', async () => {
    const c = await ready();
    expect((await t.driver.tasks(await visit(c, 'scoring'))).map((task) => task.assigneeId)).toEqual([c.manager]);
    expect(await submit(c, c.manager, [])).toMatchObject({ status: 'refused', code: 'SCORING.JUDGEMENT_MISSING', details: { waitingFor: ['_personal.growth'] } });
    expect(await submit(c, c.manager, [growth(85, '')])).toMatchObject({ code: 'SCORING.COMMENT_MISSING' });
    expect(await submit(c, c.manager, [growth(), { itemId: 'x.y', score: null, comment: '' }])).toMatchObject({ code: 'SCORING.UNKNOWN_ITEM' });
    expect(await submit(c, c.employee)).toMatchObject({ code: 'ACTOR.IS_SUBJECT' });
    expect(await submit(c, c.head)).toMatchObject({ code: 'ACTOR.NOT_ASSIGNED' });
    // 270 of 300 are 90.00 at 50 %, 10 minutes of 10 are 100.00 at 30 %, 85 points at 20 %: 45 + 30 + 17.
    expect(await submit(c, c.manager)).toMatchObject({ status: 'applied', outcome: 'scored' });
    expect(await ratings(c)).toEqual([{ source: 'computed', total: 9_200, reason: null }]);
    expect(await t.driver.openSteps(c.workflowId)).toEqual(['calibration']);
    const sheet = await t.database.read.one(sql<{ scorer: string; n: number }>`select scorer_id as scorer, jsonb_array_length(result->'items') as n from score_sheets where review_id = ${c.reviewId}`);
    expect(sheet).toEqual({ scorer: c.manager, n: 3 });
  });

  test('counts the values of the instant of the submission, corrections included', async () => {
    const c = await ready();
    await c.values('correction', 'orders,2026-09,60');
    await submit(c, c.manager);
    expect(await ratings(c)).toMatchObject([{ total: 8_700 }]);
  });

  test('never passes by time-out: the next manager gets it, then HR, who appoints and does not score', async () => {
    const c = await ready();
    await t.driver.expire(await visit(c, 'scoring'));
    expect((await t.driver.tasks(await visit(c, 'scoring'))).map((task) => task.assigneeId)).toEqual([c.head]);
    await t.driver.expire(await visit(c, 'scoring'));
    expect((await t.driver.tasks(await visit(c, 'scoring'))).map((task) => task.why)).toContain('hrAppoints');
    expect(await submit(c, c.hr)).toMatchObject({ status: 'refused', code: 'ACTOR.NOT_ASSIGNED' });
    expect(await ratings(c)).toEqual([]);
  });

  test('of a manager who has left goes to the head of the department', async () => {
    const c = await t.begin();
    await t.database.read.run(sql`update employees set left_on = '2026-10-01' where id = ${c.manager}`);
    await c.start();
    expect((await t.driver.tasks(await visit(c, 'scoring'))).map((task) => [task.assigneeId, task.why])).toEqual([[c.head, 'departmentHead']]);
  });

  test('does not happen to somebody who was present for less than a third', async () => {
    const c = await ready({ hiredOn: '2026-09-10' });
    expect([await ratings(c), await review(c)]).toEqual([[{ source: 'notRated', total: null, reason: 'absent' }], { step: 'calibration', reason: 'absent' }]);
  });
});

describe('missing values and low quality', () => {
  test('block the submission and say what it waits for', async () => {
    const c = await ready({}, full.slice(0, 3));
    expect(await submit(c, c.manager)).toMatchObject({ code: 'SCORING.VALUE_MISSING', details: { waitingFor: [`${c.community}.replies${c.community}`] } });
    await t.database.read.run(sql`update metric_quality set quality_bp = 9400 where indicator = ${`orders${c.community}`}`);
    expect(await submit(c, c.manager)).toMatchObject({ code: 'SCORING.QUALITY_BLOCKED' });
  });

  test('beyond the limit are decided by HR and the department head: rated when both say so', async () => {
    const c = await ready({ missing: 'reweight' }, full.slice(3));
    expect(await submit(c, c.manager)).toMatchObject({ status: 'applied', outcome: 'notRatable' });
    expect(await t.driver.openSteps(c.workflowId)).toEqual(['ratability']);
    const opinion = async (actor: string, decision: string) => t.driver.decide(actor, await visit(c, 'ratability'), 'decide', { decision, reason: '数据迁移丢失' });
    expect(await opinion(c.manager, 'rate')).toMatchObject({ code: 'ACTOR.NOT_ASSIGNED' });
    await opinion(c.hr, 'rate');
    expect(await opinion(c.hr, 'rate')).toMatchObject({ code: 'VISIT.ALREADY_DECIDED' });
    await opinion(c.head, 'rate');
    // Replies 30 % take the 50 % of orders: 100.00 at 80 %, 85 at 20 %.
    expect(await submit(c, c.manager)).toMatchObject({ status: 'applied' });
    expect(await ratings(c)).toMatchObject([{ source: 'computed', total: 9_700 }]);
  });

  test('that will not come are put to both by the scorer, and one against is enough for no rating', async () => {
    const c = await ready({}, full.slice(0, 3));
    expect(await t.driver.decide(c.manager, await visit(c, 'scoring'), 'askForRatability', { reason: '系统未接入' })).toMatchObject({ status: 'applied' });
    await t.driver.accept(c.head, await visit(c, 'ratability'), 'decide', { decision: 'notRated', reason: '无依据' });
    await t.driver.accept(c.hr, await visit(c, 'ratability'), 'decide', { decision: 'rate', reason: '可评' });
    expect([await ratings(c), await review(c)]).toEqual([[{ source: 'notRated', total: null, reason: 'notRatable' }], { step: 'calibration', reason: 'notRatable' }]);
  });

  test('are not asked about while nothing is missing', async () => {
    const c = await ready();
    expect(await t.driver.decide(c.manager, await visit(c, 'scoring'), 'askForRatability', { reason: 'x' })).toMatchObject({ code: 'SCORING.RATABLE' });
  });
});

describe('segments', () => {
  test('are scored by each manager and weighed by days', async () => {
    const c = await ready({ moved: '2026-08-16' });
    const visits = await t.database.read.all(sql<{ id: string; scorer: string }>`select v.id, t.assignee_id as scorer from visits v join tasks t on t.visit_id = v.id where v.workflow_id = ${c.workflowId} and v.step = 'scoring' order by v.no`);
    expect(visits).toHaveLength(2);
    const [first, second] = visits as [{ id: string; scorer: string }, { id: string; scorer: string }];
    expect(first.scorer).toBe(c.manager);
    await t.driver.accept(first.scorer, first.id, 'submit', { items: [growth(70)], comment: '' });
    expect(await ratings(c)).toEqual([]);
    await t.driver.accept(second.scorer, second.id, 'submit', { items: [growth(90)], comment: '' });
    // July alone: 90 of 100 → 90.00, 9 minutes → 110.00, 70 points: 45 + 33 + 14 = 92.00 for 46 days.
    // August and September: 180 of 200 → 90.00, 10.5 minutes → 95.00, 90 points: 45 + 28.5 + 18 = 91.50 for 46 days.
    expect(await ratings(c)).toMatchObject([{ source: 'computed', total: 9_175 }]);
  });

  test('under 20 working days give an opinion only, and scoring does not wait for it', async () => {
    const c = await ready({ moved: '2026-09-21' });
    expect((await t.driver.openSteps(c.workflowId)).sort()).toEqual(['opinion', 'scoring']);
    const [asked] = await t.driver.tasks(await visit(c, 'opinion'));
    expect(asked?.assigneeId).not.toBe(c.manager);
    expect(await t.driver.accept(String(asked?.assigneeId), await visit(c, 'opinion'), 'give', { text: '上手很快' })).toBe('given');
    await submit(c, c.manager);
    expect(await ratings(c)).toMatchObject([{ source: 'computed', total: 9_200 }]);
    const late = await ready({ moved: '2026-09-21' });
    await submit(late, late.manager);
    expect(await t.driver.openSteps(late.workflowId)).toEqual(['calibration']);
  });
});

describe('scoring again after an appeal', () => {
  async function sentBack(items: (c: ScoringCase) => string[]): Promise<ScoringCase> {
    const c = await ready();
    await submit(c, c.manager);
    const appealId = randomUUID();
    await t.driver.start('appeal', `appeal/${appealId}`, appealId);
    await t.driver.signal(c.workflowId, 'sendBack', { items: items(c), scorerId: c.head, appealId });
    return c;
  }
  const heard = async ({ reviewId }: ScoringCase) => {
    const row = await t.database.read.one(sql<{ after: string }>`select canonical::jsonb->>'after' as after from audit.entries where action = 'appeal.heard' and object = ${reviewId}`);
    return JSON.parse(row?.after ?? 'null') as { totalCenti: number | string } | null;
  };

  test('takes new points for the named items only, tells the appeal and leaves the rating to it', async () => {
    const c = await sentBack(() => ['_personal.growth']);
    expect(await submit(c, c.head, [{ itemId: `${c.community}.orders${c.community}`, score: null, comment: 'x' }], 'rescoring')).toMatchObject({ code: 'SCORING.NOT_SENT_BACK' });
    await c.values('late', 'orders,2026-09,10');
    expect(await submit(c, c.head, [growth(95)], 'rescoring')).toMatchObject({ status: 'applied', outcome: 'rescored' });
    expect(Number((await heard(c))?.totalCenti)).toBe(9_400);
    expect(await ratings(c)).toMatchObject([{ source: 'computed', total: 9_200 }]);
  });

  test('computes named items with corrected values and leaves the others as they were', async () => {
    const c = await sentBack((one) => [`${one.community}.orders${one.community}`]);
    await c.values('corrected', 'orders,2026-09,120', 'replies,2026-09,90');
    expect(await submit(c, c.head, [], 'rescoring')).toMatchObject({ status: 'applied' });
    // Orders 300 of 300; replies keep their 100.00 and the points their 85.
    expect(Number((await heard(c))?.totalCenti)).toBe(9_700);
  });
});
