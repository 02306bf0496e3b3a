import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { referencePlan } from '@fairmark/domain/plans';
import { bufferOf, checkInsOf } from '@fairmark/persistence/buffers';
import { sql } from '@fairmark/persistence/database';
import { exportPayroll } from '@fairmark/persistence/rewards';
import type { ProcessHandlers } from '../processes/index.js';
import { joinParts } from '../reviews/handlers.js';
import { loadReview } from '../reviews/review.js';
import { addDepartment, rate, startTestProcesses, type DepartmentShape, type TestDepartment, type TestProcesses } from '../testing/index.js';
import { buffersPart, enterBufferOrClose } from './index.js';

const handlers: ProcessHandlers = {
  kind: 'review',
  open: async (context) => ({ outcome: 'opened', audit: [], ...(await enterBufferOrClose(context, await loadReview(context.tx, context.process.refId))) }),
  ...joinParts([buffersPart]),
};
const plan: Partial<PlanDocument> = { buffer: { ...referencePlan.buffer, improvement: { ...referencePlan.buffer.improvement, bands: ['D'], belowTotalCenti: 6_000, weeks: 8, checkinWeeks: 2 } } };
const supportPlan = { goals: [{ title: '响应时间', measure: '平均 30 分钟内' }], training: ['社群运营进阶'], partnerId: null, note: '' };

let t: TestProcesses;
jest.setTimeout(30_000);
beforeAll(async () => {
  t = await startTestProcesses([handlers]);
});
afterAll(() => t.stop());
beforeEach(() => t.database.read.run(sql`update visits set wake_at = null where wake_at is not null`));

interface Case {
  d: TestDepartment;
  person: string;
  reviewId: string;
  workflowId: string;
}

/** One person whose result is final; the clock stands on Tuesday 1 September 2026, 09:00 in Shanghai. */
async function finalResult(totalCenti: number, band: string, shape: DepartmentShape = {}): Promise<Case> {
  t.driver.now = '2026-09-01T01:00:00.000Z';
  const d = await addDepartment(t.database.read, { reports: 1, plan, ...shape });
  const person = String(d.reports[0][0]);
  const { id, workflowId } = d.reviewOf(person);
  await rate(t.database.read, id, totalCenti, band);
  await t.driver.start('review', workflowId, id);
  return { d, person, reviewId: id, workflowId };
}

const visits = (one: Case) => t.database.read.all(sql<{ id: string; step: string; payload: { as?: string }; dueAt: string }>`select id, step, payload, due_at as "dueAt" from visits where workflow_id = ${one.workflowId} and state = 'open' order by opened_at, id`);
const visitOf = async (one: Case, step: string, as?: string): Promise<string> => String((await visits(one)).find((visit) => visit.step === step && (as === undefined || visit.payload.as === as))?.id);
const buffer = (one: Case) => bufferOf(t.database.read, one.reviewId);
const stateOf = async (one: Case) => (await t.database.read.one(sql<{ state: string }>`select state from processes where workflow_id = ${one.workflowId}`))?.state;

/** The window runs: plan handed in and agreed. */
async function running(): Promise<Case> {
  const one = await finalResult(5_500, 'D');
  await t.driver.accept(one.d.managers[0], await visitOf(one, 'supportPlan'), 'submit', supportPlan);
  await t.driver.accept(one.person, await visitOf(one, 'supportPlanConsent'), 'accept');
  return one;
}

async function judged(outcomes: [manager: string, hr: string], prepare?: (one: Case) => Promise<void>): Promise<Case> {
  const one = await running();
  await prepare?.(one);
  for (let no = 0; no < 3; no += 1) await t.driver.accept(one.d.managers[0], await visitOf(one, 'improvement'), 'checkIn', { heldOn: '2026-09-15', note: '按计划进行' });
  await t.driver.advanceTo('2026-10-28T00:00:00.000Z');
  await t.driver.accept(one.d.managers[0], await visitOf(one, 'improvementJudgement', 'manager'), 'judge', { outcome: outcomes[0], reason: '数据' });
  await t.driver.accept(one.d.hr, await visitOf(one, 'improvementJudgement', 'hr'), 'judge', { outcome: outcomes[1], reason: '数据' });
  return one;
}

describe('which reviews get a buffer', () => {
  test('a good result closes, a shadow result is recorded without effect and never starts an improvement', async () => {
    const good = await finalResult(8_000, 'B');
    expect([await stateOf(good), await buffer(good)]).toEqual(['closed', undefined]);
    const shadow = await finalResult(3_000, 'D', { shadow: true });
    expect([await stateOf(shadow), await buffer(shadow)]).toMatchObject(['closed', { kind: 'shadow', state: 'closed', consequence: 'noEffect' }]);
  });

  test('the lowest band above the threshold has no consequence', async () => {
    expect(await stateOf(await finalResult(6_000, 'D'))).toBe('closed');
  });

  test('a band that only a quota made low has no consequence', async () => {
    t.driver.now = '2026-09-01T01:00:00.000Z';
    const d = await addDepartment(t.database.read, { reports: 1, plan });
    const { id, workflowId } = d.reviewOf(String(d.reports[0][0]));
    await rate(t.database.read, id, 5_500, 'D');
    await t.database.read.run(sql`update ratings set no_consequence = true where review_id = ${id}`);
    await t.driver.start('review', workflowId, id);
    expect(await bufferOf(t.database.read, id)).toBeUndefined();
  });
});

describe('what it pays', () => {
  const payroll = (one: Case) => t.database.transaction((tx) => exportPayroll(tx, one.d.cycleId, null, t.driver.now));
  const based = async (one: Case) => {
    await t.database.read.run(sql`insert into reward_bases (cycle_id, employee_id, base_cents) values (${one.d.cycleId}, ${one.person}, 1000000)`);
    await t.database.read.run(sql`update reviews set published_at = '2026-08-20T00:00:00.000Z' where id = ${one.reviewId}`);
  };
  const lines = async (one: Case) => (await payroll(one)).filter((row) => row.reviewId === one.reviewId).map(({ kind, cents }) => [kind, cents]);

  test.each([['fulfilled', []], ['partly', [['difference', -180_000]]], ['not', [['difference', -450_000]]]] as const)('nothing less while it runs and can be contested; then %s comes as %j', async (outcome, difference) => {
    const one = await judged([outcome, outcome], based);
    const full = ['full', 900_000];
    expect(await lines(one)).toEqual([full]);
    await t.driver.accept(one.d.head, await visitOf(one, 'improvementSignature'), 'sign', { outcome, reason: '同意' });
    expect(await lines(one)).toEqual([full]);
    await t.driver.accept(one.person, await visitOf(one, 'bufferOutcome'), 'acknowledge');
    expect(await t.database.read.all(sql`select reason from rewards where review_id = ${one.reviewId} and kind = 'difference'`)).toEqual(difference.map(() => ({ reason: 'buffer' })));
    expect(await lines(one)).toEqual([full, ...difference]);
    expect(await lines(one)).toEqual([full, ...difference]);
  });
});

describe('the improvement buffer', () => {
  test('waits for the support plan; an objection sends it back with the reason, and only agreement starts the window', async () => {
    const one = await finalResult(5_500, 'D');
    await t.driver.accept(one.d.managers[0], await visitOf(one, 'supportPlan'), 'submit', supportPlan);
    await t.driver.accept(one.person, await visitOf(one, 'supportPlanConsent'), 'object', { reason: '目标不现实' });
    expect(await buffer(one)).toMatchObject({ state: 'supportPlan', startsAt: null, consequence: 'pending', supportPlan: { objection: '目标不现实' } });
    await t.driver.accept(one.d.managers[0], await visitOf(one, 'supportPlan'), 'submit', supportPlan);
    await t.driver.accept(one.person, await visitOf(one, 'supportPlanConsent'), 'accept');
    expect(await buffer(one)).toMatchObject({ state: 'running', startsAt: '2026-09-01T01:00:00.000Z' });
    expect((await checkInsOf(t.database.read, String((await buffer(one))?.id))).map((row) => row.dueOn)).toEqual(['2026-09-15', '2026-09-29', '2026-10-13']);
  });

  test('without an agreed plan nothing takes effect, however long the company waits', async () => {
    const one = await finalResult(5_500, 'D');
    await t.driver.advanceTo('2026-12-01T00:00:00.000Z');
    expect([await stateOf(one), await buffer(one)]).toMatchObject(['open', { state: 'supportPlan', consequence: 'pending' }]);
  });

  test('success waives the consequence; the person reads it and the review closes', async () => {
    const one = await judged(['fulfilled', 'partly']);
    await t.driver.accept(one.d.head, await visitOf(one, 'improvementSignature'), 'sign', { outcome: 'fulfilled', reason: '同意' });
    expect(await buffer(one)).toMatchObject({ state: 'closed', outcome: 'fulfilled', consequence: 'waived' });
    await t.driver.accept(one.person, await visitOf(one, 'bufferOutcome'), 'acknowledge');
    expect(await stateOf(one)).toBe('closed');
  });

  test('the signature takes one of the two judgements and no third one; nobody acknowledges: the window ends', async () => {
    const one = await judged(['partly', 'partly']);
    expect(await t.driver.decide(one.d.head, await visitOf(one, 'improvementSignature'), 'sign', { outcome: 'not', reason: '不同意' })).toMatchObject({ status: 'refused', code: 'BUFFER.NEITHER_JUDGEMENT' });
    await t.driver.accept(one.d.head, await visitOf(one, 'improvementSignature'), 'sign', { outcome: 'partly', reason: '同意' });
    expect(await buffer(one)).toMatchObject({ outcome: 'partly', consequence: 'softened' });
    await t.driver.advanceTo('2026-12-01T00:00:00.000Z');
    expect(await stateOf(one)).toBe('closed');
  });

  test('half of the check-ins missed: the consequence cannot take effect', async () => {
    const one = await running();
    await t.driver.accept(one.d.managers[0], await visitOf(one, 'improvement'), 'checkIn', { heldOn: '2026-09-15', note: '一次' });
    await t.driver.advanceTo('2026-10-28T00:00:00.000Z');
    await t.driver.accept(one.d.managers[0], await visitOf(one, 'improvementJudgement', 'manager'), 'judge', { outcome: 'not', reason: '未达成' });
    await t.driver.accept(one.d.hr, await visitOf(one, 'improvementJudgement', 'hr'), 'judge', { outcome: 'not', reason: '未达成' });
    await t.driver.accept(one.d.head, await visitOf(one, 'improvementSignature'), 'sign', { outcome: 'not', reason: '未达成' });
    expect(await buffer(one)).toMatchObject({ outcome: 'not', consequence: 'waived' });
  });

  test('leave pauses the window by its days', async () => {
    const one = await running();
    await t.database.read.run(sql`insert into employee_leaves (employee_id, kind, valid_from, valid_to) values (${one.person}, 'sick', '2026-10-01', '2026-10-15')`);
    await t.driver.advanceTo('2026-10-28T00:00:00.000Z');
    expect((await visits(one)).map((visit) => [visit.step, visit.dueAt])).toEqual([['improvement', '2026-11-10T16:00:00.000Z']]);
    await t.driver.advanceTo('2026-11-11T00:00:00.000Z');
    expect((await visits(one)).map((visit) => visit.step)).toEqual(['improvementJudgement', 'improvementJudgement']);
  });

  test('the person never judges, and HR does not hold the manager’s seat', async () => {
    const one = await running();
    await t.driver.advanceTo('2026-10-28T00:00:00.000Z');
    const visit = await visitOf(one, 'improvementJudgement', 'manager');
    expect(await t.driver.decide(one.person, visit, 'judge', { outcome: 'fulfilled', reason: '自评' })).toMatchObject({ status: 'refused', code: 'ACTOR.IS_SUBJECT' });
    expect(await t.driver.decide(one.d.hr, visit, 'judge', { outcome: 'fulfilled', reason: '代评' })).toMatchObject({ status: 'refused', code: 'ACTOR.NOT_ASSIGNED' });
  });
});
