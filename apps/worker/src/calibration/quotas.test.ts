import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { referencePlan } from '@fairmark/domain/plans';
import { sql } from '@fairmark/persistence/database';
import { change, codeOf, startSessions, type Sessions } from './testing.js';

jest.setTimeout(30_000);

let t: Sessions;
beforeAll(async () => {
  t = await startSessions();
});
afterAll(() => t.stop());

describe('quotas', () => {
  const quotas = (mode: 'soft' | 'hard'): Partial<PlanDocument> => ({ quotas: { mode, quotas: [{ band: 'A', kind: 'maximum', shareBp: 2_000 }], smallestGroup: 10 } });

  test('that are hard block the sign-off', async () => {
    const d = await t.scored({ plan: quotas('hard') }, (index) => (index < 5 ? [9_600, 'A'] : [8_500, 'B']));
    const { visit } = await t.session(d);
    expect(await t.driver.decide(d.head, visit, 'requestSignOff', { explanation: '优秀' })).toMatchObject({ status: 'refused', code: 'CALIBRATION.QUOTA_NOT_MET', details: { problems: [{ departmentId: d.departmentId, details: { bands: [{ band: 'A', off: 3 }] } }] } });
  });

  test('that are soft need an explanation, which HR confirms first', async () => {
    const d = await t.scored({ plan: quotas('soft') }, (index) => (index < 5 ? [9_600, 'A'] : [8_500, 'B']));
    expect(await codeOf(t.driver.decide(d.head, (await t.session(d)).visit, 'requestSignOff'))).toBe('CALIBRATION.QUOTA_EXPLANATION_MISSING');
    await t.signOff(d, '本期业绩突出');
    expect((await t.session(d)).state).toBe('signedOff');
  });

  test('of small departments are counted together and settled by the one that signs off last', async () => {
    const first = await t.scored({ reports: 3, plan: quotas('hard') }, () => [9_600, 'A']);
    const second = await t.scored({ reports: 3, beside: first });
    await t.signOff(first);
    expect((await t.session(first)).state).toBe('signedOff');
    expect(await t.driver.decide(second.head, (await t.session(second)).visit, 'requestSignOff')).toMatchObject({ code: 'CALIBRATION.QUOTA_NOT_MET', details: { problems: [{ departmentId: first.companyId, details: { bands: [{ band: 'A', off: 5 }] } }] } });
  });

  test('that alone make a band low leave it without consequence', async () => {
    const d = await t.scored({ plan: { buffer: { ...referencePlan.buffer, improvement: { ...referencePlan.buffer.improvement, bands: ['D'] } } } });
    const [person] = d.reports[0] as [string];
    await t.driver.accept(d.head, (await t.session(d)).visit, 'decide', { decision: 'change', ...change(d, person, 'B', 'D') });
    await t.signOff(d);
    expect(await t.database.read.all(sql`select band, no_consequence from ratings where review_id = ${d.reviewOf(person).id} order by no`)).toEqual([{ band: 'B', no_consequence: false }, { band: 'D', no_consequence: true }]);
  });
});
