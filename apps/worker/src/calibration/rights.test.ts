import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { addEmployee } from '../testing/index.js';
import { change, codeOf, startSessions, type Sessions } from './testing.js';

jest.setTimeout(30_000);

let t: Sessions;
beforeAll(async () => {
  t = await startSessions();
});
afterAll(() => t.stop());

describe('rights', () => {
  test('are those of the seat: own reports, no own result, HR decides nothing, strangers are out', async () => {
    const d = await t.scored();
    const [person] = d.reports[0] as [string];
    const { visit } = await t.session(d);
    const act = (who: string, action: string, body: Record<string, unknown>) => codeOf(t.driver.decide(who, visit, action, body));
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
    const d = await t.scored();
    const { visit } = await t.session(d);
    const [person] = d.reports[0] as [string];
    await t.driver.accept(d.head, visit, 'discuss', { groupId: d.head });
    expect(await codeOf(t.driver.decide(d.managers[0], visit, 'propose', change(d, person, 'B', 'A')))).toBe('CALIBRATION.OWN_GROUP_DISCUSSED');
    await t.driver.accept(d.head, visit, 'discuss', { groupId: null });
    await t.driver.accept(d.managers[0], visit, 'propose', change(d, person, 'B', 'A'));
  });

  test('of the chair move with the chair, who is never one of its people', async () => {
    const d = await t.scored();
    const { visit } = await t.session(d);
    expect(await codeOf(t.driver.decide(d.hr, visit, 'newChair', { employeeId: d.managers[0], reason: '出差' }))).toBe('CALIBRATION.CHAIR_IS_SUBJECT');
    expect(await codeOf(t.driver.decide(d.hr, visit, 'newChair', { employeeId: await addEmployee(t.database.read), reason: '出差' }))).toBe('CALIBRATION.SEAT_NOT_ALLOWED');
    await t.driver.accept(d.hr, visit, 'newChair', { employeeId: d.boss, reason: '出差' });
    expect(await codeOf(t.driver.decide(d.head, visit, 'requestSignOff'))).toBe('CALIBRATION.NOT_CHAIR');
    await t.driver.accept(d.boss, visit, 'requestSignOff');
    expect((await t.driver.tasks((await t.session(d)).visit)).map((task) => task.assigneeId)).toEqual([d.boss]);
  });

  test('come with a seat and go with it; only who leads somebody here or HR gets one, and the chair hands over first', async () => {
    const d = await t.scored();
    const [person] = d.reports[0] as [string];
    const { visit } = await t.session(d);
    const seat = (who: string, action: string, body: Record<string, unknown>) => codeOf(t.driver.decide(who, visit, action, { reason: '到场', ...body }));
    expect(await seat(d.managers[0], 'join', { employeeId: d.boss, role: 'manager' })).toBe('CALIBRATION.NOT_CHAIR');
    expect(await seat(d.hr, 'join', { employeeId: person, role: 'manager' })).toBe('CALIBRATION.SEAT_NOT_ALLOWED');
    expect(await seat(d.hr, 'join', { employeeId: d.boss, role: 'hr' })).toBe('CALIBRATION.SEAT_NOT_ALLOWED');
    expect(await seat(d.hr, 'join', { employeeId: d.boss, role: 'manager' })).toBeUndefined();
    expect((await t.driver.tasks(visit)).map((task) => task.assigneeId)).toContain(d.boss);
    await t.driver.accept(d.boss, visit, 'comment', { reviewId: d.reviewOf(person).id, text: '同意' });
    expect(await seat(d.boss, 'leave', { employeeId: d.boss })).toBeUndefined();
    expect(await codeOf(t.driver.decide(d.boss, visit, 'comment', { reviewId: d.reviewOf(person).id, text: '同意' }))).toBe('CALIBRATION.NOT_MEMBER');
    expect((await t.driver.tasks(visit)).map((task) => task.assigneeId)).not.toContain(d.boss);
    expect(await seat(d.hr, 'leave', { employeeId: d.head })).toBe('CALIBRATION.CHAIR_MAY_NOT_LEAVE');
  });

  test('let one of two clicks win: the second sees that the band has changed', async () => {
    const d = await t.scored();
    const [person] = d.reports[0] as [string];
    const { visit } = await t.session(d);
    const click = (toBand: string) => t.driver.decide(d.head, visit, 'decide', { decision: 'change', ...change(d, person, 'B', toBand) });
    const answers = await Promise.all([click('A'), click('C')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(['applied', 'refused']);
    expect(answers.find((answer) => answer.status === 'refused')).toMatchObject({ code: 'CALIBRATION.BAND_STALE' });
  });
});
