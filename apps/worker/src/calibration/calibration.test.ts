import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { arrive } from '@fairmark/persistence/calibration';
import { sql } from '@fairmark/persistence/database';
import { addDepartment, rate } from '../testing/index.js';
import { change, codeOf, everybody, reasons, startSessions, type Sessions } from './testing.js';

jest.setTimeout(30_000);

let t: Sessions;
beforeAll(async () => {
  t = await startSessions();
});
afterAll(() => t.stop());

describe('a session', () => {
  test('opens with the first scored person, shows the others as unscored, and has the head as chair', async () => {
    const d = await addDepartment(t.database.read);
    await t.score(d, d.reports[0][0] as string);
    const { id, chairId, state, visit } = await t.session(d);
    expect({ chairId, state }).toEqual({ chairId: d.head, state: 'open' });
    expect(await t.database.read.all(sql`select state, count(*)::int as people from calibration_subjects where session_id = ${id} group by 1 order by 1`)).toEqual([{ state: 'scored', people: 1 }, { state: 'unscored', people: 11 }]);
    expect((await t.driver.tasks(visit)).map((task) => task.assigneeId).sort()).toEqual([d.head, d.hr, ...d.managers].sort());
    expect(await codeOf(t.driver.decide(d.head, visit, 'requestSignOff'))).toBe('CALIBRATION.PERSON_UNSCORED');
  });

  test('signs off when everybody is scored: changed bands become ratings, reviews wait for publication, each told once', async () => {
    const d = await t.scored();
    const [person] = d.reports[0] as [string];
    const { visit } = await t.session(d);
    await t.driver.accept(d.managers[0], visit, 'propose', change(d, person, 'B', 'A'));
    expect(await codeOf(t.driver.decide(d.head, visit, 'requestSignOff'))).toBe('CALIBRATION.PROPOSAL_OPEN');
    await t.driver.accept(d.head, visit, 'decide', { decision: 'change', ...change(d, person, 'B', 'A') });
    await t.signOff(d);
    expect((await t.session(d)).state).toBe('signedOff');
    expect(await t.ratings(d, person)).toEqual([{ source: 'computed', band: 'B', total: 8_500 }, { source: 'calibration', band: 'A', total: 8_500 }]);
    expect(await t.ratings(d, d.reports[1][0] as string)).toHaveLength(1);
    for (const one of everybody(d)) expect(await t.driver.openSteps(d.reviewOf(one).workflowId)).toEqual(['publication']);
    const { workflowId } = d.reviewOf(person);
    await t.driver.signal(workflowId, 'calibrationSignedOff', { sessionId: (await t.session(d)).id });
    expect(await t.driver.openSteps(workflowId)).toEqual(['publication']);
  });

  test('puts people off to a supplementary session on the date that was named', async () => {
    const d = await t.scored();
    const [deferred] = d.reports[0] as [string];
    const { visit } = await t.session(d);
    expect(await codeOf(t.driver.decide(d.head, visit, 'defer', { reviewId: d.reviewOf(deferred).id, reason: '数据未齐', until: '2026-08-01' }))).toBe('CALIBRATION.DEFERRAL_INCOMPLETE');
    await t.driver.accept(d.head, visit, 'defer', { reviewId: d.reviewOf(deferred).id, reason: '数据未齐', until: '2026-09-20' });
    await t.signOff(d);
    expect(await t.driver.openSteps(d.reviewOf(deferred).workflowId)).toEqual(['calibration']);
    const supplementary = await t.session(d);
    expect((await t.driver.visit(supplementary.visit))?.dueAt).toBe('2026-09-20T16:00:00.000Z');
    await t.signOff(d);
    expect(await t.driver.openSteps(d.reviewOf(deferred).workflowId)).toEqual(['publication']);
  });

  test('takes in late scorers, and opens a supplementary session for somebody who was added after the sign-off', async () => {
    const late = await addDepartment(t.database.read);
    const [joiner, last] = late.reports[1] as [string, string];
    await t.database.read.run(sql`update reviews set state = 'pending', department_id = ${late.companyId} where id = ${late.reviewOf(joiner).id}`);
    for (const person of everybody(late)) if (person !== joiner && person !== last) await t.score(late, person);
    await t.score(late, last);
    await t.signOff(late);
    await t.database.read.run(sql`update reviews set state = 'open', department_id = ${late.departmentId} where id = ${late.reviewOf(joiner).id}`);
    await t.score(late, joiner);
    const supplementary = await t.session(late);
    expect(await t.database.read.all(sql`select review_id as id, state from calibration_subjects where session_id = ${supplementary.id}`)).toEqual([{ id: late.reviewOf(joiner).id, state: 'scored' }]);
    await t.signOff(late);
    expect(await t.driver.openSteps(late.reviewOf(joiner).workflowId)).toEqual(['publication']);
  });

  test('forgets what was decided about somebody whom HR sent back to scoring', async () => {
    const d = await t.scored();
    const [person] = d.reports[0] as [string];
    await t.driver.accept(d.head, (await t.session(d)).visit, 'decide', { decision: 'change', ...change(d, person, 'B', 'A') });
    await t.database.read.run(sql`update calibration_subjects set state = 'unscored' where review_id = ${d.reviewOf(person).id}`);
    await rate(t.database.read, d.reviewOf(person).id, 7_000, 'C');
    await t.database.transaction(async (tx) => arrive(tx, { reviewId: d.reviewOf(person).id, cycleId: d.cycleId, departmentId: d.departmentId, standing: 'scored' }, t.driver.now));
    await t.signOff(d);
    expect((await t.ratings(d, person)).at(-1)).toEqual({ source: 'computed', band: 'C', total: 7_000 });
  });

  test('takes up its work again when the sign-off is rejected', async () => {
    const d = await t.scored();
    await t.driver.accept(d.head, (await t.session(d)).visit, 'requestSignOff');
    await t.driver.accept(d.head, (await t.session(d)).visit, 'reject', { comment: '再看一遍' });
    expect((await t.driver.visit((await t.session(d)).visit))?.step).toBe('deliberation');
    await t.signOff(d);
    expect((await t.session(d)).state).toBe('signedOff');
  });
});

describe('after the sign-off', () => {
  test('two people with proof correct a clerical error, one of them the chair', async () => {
    const d = await t.scored();
    const [person] = d.reports[0] as [string];
    const { workflowId } = d.reviewOf(person);
    const body = { fromBand: 'B', toBand: 'A', ...reasons, proof: '会议记录第三条' };
    expect(await codeOf(t.driver.decide(d.managers[0], workflowId, 'requestCorrection', body))).toBe('CALIBRATION.NOT_YET_CALIBRATED');
    await t.signOff(d);
    expect(await codeOf(t.driver.decide(d.hr, workflowId, 'requestCorrection', body))).toBe('CALIBRATION.HR_DECIDES_NOTHING');
    const asked = await t.driver.decide(d.managers[0], workflowId, 'requestCorrection', body);
    const correctionId = String(asked.details['correctionId']);
    const confirm = (who: string) => t.driver.decide(who, workflowId, 'confirmCorrection', { correctionId, confirmed: true, reason: '属实' });
    expect(await codeOf(confirm(d.managers[0]))).toBe('CALIBRATION.SAME_PERSON');
    expect(await codeOf(confirm(d.managers[1]))).toBe('CALIBRATION.NOT_CHAIR');
    expect((await confirm(d.head)).status).toBe('applied');
    expect((await t.ratings(d, person)).at(-1)).toEqual({ source: 'correction', band: 'A', total: 8_500 });
  });
});
