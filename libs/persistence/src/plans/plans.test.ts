import { env } from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { blockingFindings, referencePlan, validatePlan } from '@fairmark/domain/plans';
import { sql } from '../database/index.js';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { freezeVersion, planVersion, plansWithVersions, recordExperience, storeVersion } from './index.js';

let db: TestDatabase;
let actorId: string;
beforeAll(async () => {
  db = await createTestDatabase(String(env['TEST_DATABASE_URL']));
  const row = await db.database.read.one(sql<{ id: string }>`
    insert into employees (number, name, email, zone, locale, region, hired_on) values ('1', '甲', 'a@example.test', 'Asia/Shanghai', 'zh-CN', 'east', '2020-01-01') returning id`);
  actorId = (row as { id: string }).id;
});
afterAll(() => db.drop());

const upload = (document = referencePlan, overrides: { code: string; path: string; reason: string }[] = []) =>
  db.database.transaction((tx) => storeVersion(tx, { document, overrides, findings: validatePlan(document, { overrides }), actorId }));
const oneHorizon = { ...referencePlan, sheets: referencePlan.sheets.map((sheet, index) => (index === 0 ? { ...sheet, items: [{ ...sheet.items[0]!, weightBp: 10_000 }] } : sheet)) };

describe('plan versions', () => {
  it('are numbered, and the same content is stored once', async () => {
    const first = await upload();
    expect(first).toMatchObject({ no: 1, created: true });
    expect(await upload()).toEqual({ ...first, created: false });
    expect(await upload({ ...referencePlan, name: { zh: '新名', en: 'New name' } })).toMatchObject({ planId: first.planId, no: 2, created: true });
    expect(await plansWithVersions(db.database.read)).toMatchObject([{ code: 'community-reference', name: '新名', versions: [{ no: 2, usable: true }, { no: 1, usable: true, state: 'draft' }] }]);
  });

  it('uploaded at the same time get numbers of their own', async () => {
    const both = await Promise.all([2, 3].map((maxCount) => upload({ ...referencePlan, code: 'parallel', goalChanges: { ...referencePlan.goalChanges, maxCount } })));
    expect(both.map(({ no }) => no).sort()).toEqual([1, 2]);
  });

  it('keep an overridable error with the recorded reason', async () => {
    const path = 'sheets[0]';
    const blocked = await upload({ ...oneHorizon, code: 'narrow' });
    expect(await planVersion(db.database.read, 'narrow', blocked.no)).toMatchObject({ usable: false });
    const next = await upload({ ...oneHorizon, code: 'narrow' }, [{ code: 'PLAN.SINGLE_HORIZON', path, reason: '试点一个季度' }]);
    const stored = await planVersion(db.database.read, 'narrow', next.no);
    expect(stored?.usable).toBe(true);
    expect(blockingFindings(stored?.findings ?? [])).toEqual([]);
    expect(stored?.findings.find((finding) => finding.path === path)).toMatchObject({ overrideReason: '试点一个季度' });
  });

  it('in use cannot be changed or deleted, whoever tries', async () => {
    const { versionId, planId } = await upload({ ...referencePlan, code: 'frozen' });
    const now = '2026-09-01T00:00:00.000Z';
    await db.database.transaction((tx) => freezeVersion(tx, versionId, actorId, now));
    await db.database.transaction((tx) => freezeVersion(tx, versionId, actorId, '2027-01-01T00:00:00.000Z'));
    for (const change of [sql`update plan_versions set document = '{}' where id = ${versionId}`, sql`update plan_versions set state = 'draft' where id = ${versionId}`, sql`delete from plan_versions where id = ${versionId}`]) {
      await expect(db.database.read.run(change)).rejects.toMatchObject({ code: 'P0PLV' });
    }
    expect(await db.database.read.run(sql`update plan_versions set state = 'retired' where id = ${versionId}`)).toBe(1);
    const actions = await db.database.read.all(sql<{ action: string }>`select action from audit.entries where chain = ${`plan/${planId}`} order by seq`);
    expect(actions.map(({ action }) => action)).toEqual(['plan.uploaded', 'plan.frozen']);
  });

  it('count experience from before', async () => {
    const { planId } = await upload({ ...referencePlan, code: 'experienced' });
    const people = [{ employeeId: actorId, cycles: 2 }, { employeeId: planId, cycles: 1 }];
    expect(await db.database.transaction((tx) => recordExperience(tx, planId, { people, reason: '系统上线前' }, actorId))).toBe(1);
    expect(await db.database.read.all(sql`select cycles from plan_experience`)).toEqual([{ cycles: 2 }]);
  });
});
