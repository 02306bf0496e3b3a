import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { referencePlan } from '@fairmark/domain/plans';
import { arrive } from '@fairmark/persistence/calibration';
import { sql } from '@fairmark/persistence/database';
import type { ProcessHandlers } from '../processes/index.js';
import { resultPart } from '../result/index.js';
import { joinParts } from '../reviews/handlers.js';
import { loadReview } from '../reviews/review.js';
import { addDepartment, addEmployee, rate, startTestProcesses, type DepartmentShape, type TestDepartment, type TestProcesses } from '../testing/index.js';
import { calibrationHandlers, enterCalibration } from './index.js';

const reviewHandlers: ProcessHandlers = {
  kind: 'review',
  open: async (context) => ({ outcome: 'opened', audit: [], ...(await enterCalibration(context, await loadReview(context.tx, context.process.refId))) }),
  ...joinParts([resultPart]),
};

let t: TestProcesses;
beforeAll(async () => {
  t = await startTestProcesses([reviewHandlers, calibrationHandlers]);
});
afterAll(() => t.stop());

const reasons = { reason: '跨组对齐', reasonForEmployee: '与同岗位对齐后调整' };
const everybody = (d: TestDepartment) => [...d.managers, ...d.reports[0], ...d.reports[1]];

/** A department of which everybody is scored; the first one creates the session. */
async function scored(shape: DepartmentShape = {}, band: (index: number) => [number, string] = () => [8_500, 'B'], leaveOut: string[] = []): Promise<TestDepartment> {
  const d = await addDepartment(t.database.read, shape);
  for (const [index, person] of everybody(d).entries()) if (!leaveOut.includes(person)) await score(d, person, ...band(index));
  return d;
}

async function score(d: TestDepartment, person: string, total = 8_500, band = 'B'): Promise<void> {
  const { id, workflowId } = d.reviewOf(person);
  await rate(t.database.read, id, total, band);
  await t.driver.start('review', workflowId, id);
}

async function session(d: TestDepartment): Promise<{ id: string; workflowId: string; state: string; chairId: string; visit: string }> {
  const row = await t.database.read.one(sql<{ id: string; workflowId: string; state: string; chairId: string; visit: string }>`
    select s.id, s.workflow_id as "workflowId", s.state, s.chair_id as "chairId", (select v.id from visits v where v.workflow_id = s.workflow_id and v.state = 'open') as visit
    from calibration_sessions s where cycle_id = ${d.cycleId} and department_id = ${d.departmentId} order by created_at desc, id desc limit 1`);
  return row as { id: string; workflowId: string; state: string; chairId: string; visit: string };
}

async function signOff(d: TestDepartment, explanation?: string): Promise<void> {
  await t.driver.accept(d.head, (await session(d)).visit, 'requestSignOff', explanation ? { explanation } : {});
  if (explanation) await t.driver.accept(d.hr, (await session(d)).visit, 'approve');
  await t.driver.accept(d.head, (await session(d)).visit, 'approve');
}

const change = (d: TestDepartment, person: string, fromBand: string, toBand: string) => ({ reviewId: d.reviewOf(person).id, fromBand, toBand, ...reasons });
const ratings = (d: TestDepartment, person: string) =>
  t.database.read.all(sql<{ source: string; band: string; total: number }>`select source, band, total_centi as total from ratings where review_id = ${d.reviewOf(person).id} order by no`);
const code = async (promise: Promise<unknown>) => ((await promise) as { code?: string }).code;

describe('a session', () => {
  test('opens with the first scored person, shows the others as unscored, and has the head as chair', async () => {
    const d = await addDepartment(t.database.read);
    await score(d, d.reports[0][0] as string);
    const { id, chairId, state, visit } = await session(d);
    expect({ chairId, state }).toEqual({ chairId: d.head, state: 'open' });
    expect(await t.database.read.all(sql`select state, count(*)::int as people from calibration_subjects where session_id = ${id} group by 1 order by 1`)).toEqual([{ state: 'scored', people: 1 }, { state: 'unscored', people: 11 }]);
    expect((await t.driver.tasks(visit)).map((task) => task.assigneeId).sort()).toEqual([d.head, d.hr, ...d.managers].sort());
    expect(await code(t.driver.decide(d.head, visit, 'requestSignOff'))).toBe('CALIBRATION.PERSON_UNSCORED');
  });

  test('signs off when everybody is scored: changed bands become ratings, reviews wait for publication, each told once', async () => {
    const d = await scored();
    const [person] = d.reports[0] as [string];
    const { visit } = await session(d);
    await t.driver.accept(d.managers[0], visit, 'propose', change(d, person, 'B', 'A'));
    expect(await code(t.driver.decide(d.head, visit, 'requestSignOff'))).toBe('CALIBRATION.PROPOSAL_OPEN');
    await t.driver.accept(d.head, visit, 'decide', { decision: 'change', ...change(d, person, 'B', 'A') });
    await signOff(d);
    expect((await session(d)).state).toBe('signedOff');
    expect(await ratings(d, person)).toEqual([{ source: 'computed', band: 'B', total: 8_500 }, { source: 'calibration', band: 'A', total: 8_500 }]);
    expect(await ratings(d, d.reports[1][0] as string)).toHaveLength(1);
    for (const one of everybody(d)) expect(await t.driver.openSteps(d.reviewOf(one).workflowId)).toEqual(['publication']);
    const { workflowId } = d.reviewOf(person);
    await t.driver.signal(workflowId, 'calibrationSignedOff', { sessionId: (await session(d)).id });
    expect(await t.driver.openSteps(workflowId)).toEqual(['publication']);
  });

  test('puts people off to a supplementary session on the date that was named', async () => {
    const d = await scored();
    const [deferred] = d.reports[0] as [string];
    const { visit } = await session(d);
    expect(await code(t.driver.decide(d.head, visit, 'defer', { reviewId: d.reviewOf(deferred).id, reason: '数据未齐', until: '2026-08-01' }))).toBe('CALIBRATION.DEFERRAL_INCOMPLETE');
    await t.driver.accept(d.head, visit, 'defer', { reviewId: d.reviewOf(deferred).id, reason: '数据未齐', until: '2026-09-20' });
    await signOff(d);
    expect(await t.driver.openSteps(d.reviewOf(deferred).workflowId)).toEqual(['calibration']);
    const supplementary = await session(d);
    expect((await t.driver.visit(supplementary.visit))?.dueAt).toBe('2026-09-20T16:00:00.000Z');
    await signOff(d);
    expect(await t.driver.openSteps(d.reviewOf(deferred).workflowId)).toEqual(['publication']);
  });

  test('takes in late scorers, and opens a supplementary session for somebody who was added after the sign-off', async () => {
    const late = await addDepartment(t.database.read);
    const [joiner, last] = late.reports[1] as [string, string];
    await t.database.read.run(sql`update reviews set state = 'pending', department_id = ${late.companyId} where id = ${late.reviewOf(joiner).id}`);
    for (const person of everybody(late)) if (person !== joiner && person !== last) await score(late, person);
    await score(late, last);
    await signOff(late);
    await t.database.read.run(sql`update reviews set state = 'open', department_id = ${late.departmentId} where id = ${late.reviewOf(joiner).id}`);
    await score(late, joiner);
    const supplementary = await session(late);
    expect(await t.database.read.all(sql`select review_id as id, state from calibration_subjects where session_id = ${supplementary.id}`)).toEqual([{ id: late.reviewOf(joiner).id, state: 'scored' }]);
    await signOff(late);
    expect(await t.driver.openSteps(late.reviewOf(joiner).workflowId)).toEqual(['publication']);
  });

  test('forgets what was decided about somebody whom HR sent back to scoring', async () => {
    const d = await scored();
    const [person] = d.reports[0] as [string];
    await t.driver.accept(d.head, (await session(d)).visit, 'decide', { decision: 'change', ...change(d, person, 'B', 'A') });
    await t.database.read.run(sql`update calibration_subjects set state = 'unscored' where review_id = ${d.reviewOf(person).id}`);
    await rate(t.database.read, d.reviewOf(person).id, 7_000, 'C');
    await t.database.transaction(async (tx) => arrive(tx, { reviewId: d.reviewOf(person).id, cycleId: d.cycleId, departmentId: d.departmentId, standing: 'scored' }, t.driver.now));
    await signOff(d);
    expect((await ratings(d, person)).at(-1)).toEqual({ source: 'computed', band: 'C', total: 7_000 });
  });

  test('takes up its work again when the sign-off is rejected', async () => {
    const d = await scored();
    await t.driver.accept(d.head, (await session(d)).visit, 'requestSignOff');
    await t.driver.accept(d.head, (await session(d)).visit, 'reject', { comment: '再看一遍' });
    expect((await t.driver.visit((await session(d)).visit))?.step).toBe('deliberation');
    await signOff(d);
    expect((await session(d)).state).toBe('signedOff');
  });
});

describe('rights', () => {
  test('are those of the seat: own reports, no own result, HR decides nothing, strangers are out', async () => {
    const d = await scored();
    const [person] = d.reports[0] as [string];
    const { visit } = await session(d);
    const act = (who: string, action: string, body: Record<string, unknown>) => code(t.driver.decide(who, visit, action, body));
    expect(await act(d.managers[1], 'propose', change(d, person, 'B', 'A'))).toBe('CALIBRATION.NOT_OWN_REPORT');
    expect(await act(d.hr, 'propose', change(d, person, 'B', 'A'))).toBe('CALIBRATION.HR_DECIDES_NOTHING');
    expect(await act(d.hr, 'decide', { decision: 'change', ...change(d, person, 'B', 'A') })).toBe('CALIBRATION.NOT_CHAIR');
    expect(await act(d.managers[0], 'decide', { decision: 'change', ...change(d, person, 'B', 'A') })).toBe('CALIBRATION.NOT_CHAIR');
    expect(await act(d.managers[0], 'comment', { reviewId: d.reviewOf(d.managers[0]).id, text: '我' })).toBe('CALIBRATION.OWN_RESULT');
    expect(await act(d.managers[0], 'comment', { reviewId: d.reviewOf(d.managers[1]).id, text: '同组' })).toBe('CALIBRATION.OWN_GROUP_DISCUSSED');
    expect(await act(person, 'comment', { reviewId: d.reviewOf(d.managers[1]).id, text: '外人' })).toBe('CALIBRATION.NOT_MEMBER');
    expect(await act(d.boss, 'decide', { decision: 'keep', reviewId: d.reviewOf(person).id, reason: '外人' })).toBe('CALIBRATION.NOT_MEMBER');
  });

  test('close while the own group is talked about', async () => {
    const d = await scored();
    const { visit } = await session(d);
    const [person] = d.reports[0] as [string];
    await t.driver.accept(d.head, visit, 'discuss', { groupId: d.head });
    expect(await code(t.driver.decide(d.managers[0], visit, 'propose', change(d, person, 'B', 'A')))).toBe('CALIBRATION.OWN_GROUP_DISCUSSED');
    await t.driver.accept(d.head, visit, 'discuss', { groupId: null });
    await t.driver.accept(d.managers[0], visit, 'propose', change(d, person, 'B', 'A'));
  });

  test('of the chair move with the chair, who is never one of its people', async () => {
    const d = await scored();
    const { visit } = await session(d);
    expect(await code(t.driver.decide(d.hr, visit, 'newChair', { employeeId: d.managers[0], reason: '出差' }))).toBe('CALIBRATION.CHAIR_IS_SUBJECT');
    expect(await code(t.driver.decide(d.hr, visit, 'newChair', { employeeId: await addEmployee(t.database.read), reason: '出差' }))).toBe('CALIBRATION.SEAT_NOT_ALLOWED');
    await t.driver.accept(d.hr, visit, 'newChair', { employeeId: d.boss, reason: '出差' });
    expect(await code(t.driver.decide(d.head, visit, 'requestSignOff'))).toBe('CALIBRATION.NOT_CHAIR');
    await t.driver.accept(d.boss, visit, 'requestSignOff');
    expect((await t.driver.tasks((await session(d)).visit)).map((task) => task.assigneeId)).toEqual([d.boss]);
  });

  test('let one of two clicks win: the second sees that the band has changed', async () => {
    const d = await scored();
    const [person] = d.reports[0] as [string];
    const { visit } = await session(d);
    const click = (toBand: string) => t.driver.decide(d.head, visit, 'decide', { decision: 'change', ...change(d, person, 'B', toBand) });
    const answers = await Promise.all([click('A'), click('C')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(['applied', 'refused']);
    expect(answers.find((answer) => answer.status === 'refused')).toMatchObject({ code: 'CALIBRATION.BAND_STALE' });
  });
});

describe('quotas', () => {
  const quotas = (mode: 'soft' | 'hard'): Partial<PlanDocument> => ({ quotas: { mode, quotas: [{ band: 'A', kind: 'maximum', shareBp: 2_000 }], smallestGroup: 10 } });

  test('that are hard block the sign-off', async () => {
    const d = await scored({ plan: quotas('hard') }, (index) => (index < 5 ? [9_600, 'A'] : [8_500, 'B']));
    const { visit } = await session(d);
    expect(await t.driver.decide(d.head, visit, 'requestSignOff', { explanation: '优秀' })).toMatchObject({ status: 'refused', code: 'CALIBRATION.QUOTA_NOT_MET', details: { problems: [{ departmentId: d.departmentId, details: { bands: [{ band: 'A', off: 3 }] } }] } });
  });

  test('that are soft need an explanation, which HR confirms first', async () => {
    const d = await scored({ plan: quotas('soft') }, (index) => (index < 5 ? [9_600, 'A'] : [8_500, 'B']));
    expect(await code(t.driver.decide(d.head, (await session(d)).visit, 'requestSignOff'))).toBe('CALIBRATION.QUOTA_EXPLANATION_MISSING');
    await signOff(d, '本期业绩突出');
    expect((await session(d)).state).toBe('signedOff');
  });

  test('of small departments are counted together and settled by the one that signs off last', async () => {
    const first = await scored({ reports: 3, plan: quotas('hard') }, () => [9_600, 'A']);
    const second = await scored({ reports: 3, beside: first });
    await signOff(first);
    expect((await session(first)).state).toBe('signedOff');
    expect(await t.driver.decide(second.head, (await session(second)).visit, 'requestSignOff')).toMatchObject({ code: 'CALIBRATION.QUOTA_NOT_MET', details: { problems: [{ departmentId: first.companyId, details: { bands: [{ band: 'A', off: 5 }] } }] } });
  });

  test('that alone make a band low leave it without consequence', async () => {
    const d = await scored({ plan: { buffer: { ...referencePlan.buffer, improvement: { ...referencePlan.buffer.improvement, bands: ['D'] } } } });
    const [person] = d.reports[0] as [string];
    await t.driver.accept(d.head, (await session(d)).visit, 'decide', { decision: 'change', ...change(d, person, 'B', 'D') });
    await signOff(d);
    expect(await t.database.read.all(sql`select band, no_consequence from ratings where review_id = ${d.reviewOf(person).id} order by no`)).toEqual([{ band: 'B', no_consequence: false }, { band: 'D', no_consequence: true }]);
  });
});

describe('after the sign-off', () => {
  test('two people with proof correct a clerical error, one of them the chair', async () => {
    const d = await scored();
    const [person] = d.reports[0] as [string];
    const { workflowId } = d.reviewOf(person);
    const body = { fromBand: 'B', toBand: 'A', ...reasons, proof: '会议记录第三条' };
    expect(await code(t.driver.decide(d.managers[0], workflowId, 'requestCorrection', body))).toBe('CALIBRATION.NOT_YET_CALIBRATED');
    await signOff(d);
    expect(await code(t.driver.decide(d.hr, workflowId, 'requestCorrection', body))).toBe('CALIBRATION.HR_DECIDES_NOTHING');
    const asked = await t.driver.decide(d.managers[0], workflowId, 'requestCorrection', body);
    const correctionId = String(asked.details['correctionId']);
    const confirm = (who: string) => t.driver.decide(who, workflowId, 'confirmCorrection', { correctionId, confirmed: true, reason: '属实' });
    expect(await code(confirm(d.managers[0]))).toBe('CALIBRATION.SAME_PERSON');
    expect(await code(confirm(d.managers[1]))).toBe('CALIBRATION.NOT_CHAIR');
    expect((await confirm(d.head)).status).toBe('applied');
    expect((await ratings(d, person)).at(-1)).toEqual({ source: 'correction', band: 'A', total: 8_500 });
  });
});
