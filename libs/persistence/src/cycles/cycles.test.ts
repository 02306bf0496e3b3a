import { env } from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CreateCycle } from '@fairmark/contracts/cycles';
import { referencePlan, validatePlan } from '@fairmark/domain/plans';
import { sql, type Database } from '../database/index.js';
import { storeVersion } from '../plans/index.js';
import { createTestCompany, createTestDatabase, type TestCompany, type TestDatabase } from '../testing/index.js';
import { createCycle, createReviews, cyclePeople, cycleView, launchCycle, loadCycle, lockCycle, preflightView, previewPopulation, runPreflight, setPanelPool, updateCycle, type CycleRow } from './index.js';

const now = '2026-07-01T02:00:00.000Z';
const everybody = { departmentIds: [], positions: [], regions: [], communityTypes: [], employeeIds: [], exclude: [] };
let db: TestDatabase;
let database: Database;
let company: TestCompany;
let versionId: string;

const draft = (body: Partial<CreateCycle> = {}): Promise<string> =>
  database.transaction((tx) =>
    createCycle(tx, { name: { zh: '周期' }, planVersionId: versionId, periodStart: '2026-07-01', periodEnd: '2026-09-30', population: { ...everybody, exclude: [company.executive] }, schedule: {}, ...body }, { actorId: company.hr[0], allowSeconds: false }));
const cycleOf = async (id: string) => (await loadCycle(database.read, id)) as CycleRow;
const check = async (id: string) => runPreflight(database.read, await cycleOf(id), { now, allowSeconds: false });
const codes = async (id: string) => (await preflightView(database.read, await check(id))).counts;
const launch = (cycleId: string, expectedPeople: number) => database.transaction((tx) => launchCycle(tx, { cycleId, actorId: company.hr[0], expectedPeople, now, allowSeconds: false }));

beforeAll(async () => {
  db = await createTestDatabase(String(env['TEST_DATABASE_URL']));
  database = db.database;
  company = await createTestCompany(database);
  const stored = await database.transaction((tx) => storeVersion(tx, { document: referencePlan, findings: validatePlan(referencePlan), overrides: [], actorId: company.hr[0] }));
  versionId = stored.versionId;
});
afterAll(() => db.drop());

describe('drafts', () => {
  it('can be changed, but not with seconds, dates out of order or an unknown plan', async () => {
    const id = await draft();
    const change = (body: object) => database.transaction((tx) => updateCycle(tx, id, body, { actorId: company.hr[0], allowSeconds: false }));
    await change({ name: { zh: '新名' }, schedule: { scoring: { dueOn: '2026-10-30' } } });
    expect(await cycleOf(id)).toMatchObject({ name: '新名', periodEnd: '2026-09-30', schedule: { scoring: { dueOn: '2026-10-30' } } });
    await expect(change({ schedule: { period: { after: { n: 2, unit: 'second' } } } })).rejects.toMatchObject({ code: 'CYCLE.SECONDS_NOT_ALLOWED', details: { steps: ['period'] } });
    await expect(change({ periodEnd: '2026-07-01' })).rejects.toMatchObject({ code: 'CYCLE.DEADLINE_ORDER' });
    await expect(change({ planVersionId: id })).rejects.toMatchObject({ code: 'CYCLE.UNKNOWN_PLAN_VERSION' });
  });
});

describe('population', () => {
  it('narrows by every list, adds people by name, and says why somebody is kept out', async () => {
    const [one, two] = company.operators;
    const preview = async (population: object, takingPart: 'true' | 'false' = 'true') => previewPopulation(database.read, await cycleOf(await draft({ population: { ...everybody, ...population } })), { takingPart, offset: 0, limit: 200 }, now);
    expect(await preview({})).toMatchObject({ people: 33, keptOut: 0 });
    expect((await preview({ departmentIds: [company.departments[0]!] })).people).toBe(10);
    expect((await preview({ departmentIds: [company.topDepartment] })).people).toBe(33);
    expect((await preview({ positions: ['community-lead'], regions: ['east'] })).page.map((row) => row.position)).toEqual(['community-lead', 'community-lead', 'community-lead']);
    expect((await preview({ communityTypes: ['content'] })).people).toBe(8);
    expect((await preview({ positions: ['none'], employeeIds: [one!, two!], exclude: [two!] })).page.map((row) => row.employee.id)).toEqual([one]);
    expect((await preview({ positions: ['none'], employeeIds: [one!, two!], exclude: [two!] }, 'false')).page).toMatchObject([{ employee: { id: two }, why: 'excluded', communities: 1, manager: { id: company.leads[0] } }]);
  });
});

describe('preflight', () => {
  it('finds nothing that blocks in a sound company', async () => {
    expect((await codes(await draft())).filter((count) => count.severity === 'blocking')).toEqual([]);
  });

  it('finds who has no manager, no sheet, a manager who left, and dates on holidays', async () => {
    const id = await draft({ population: everybody, schedule: { scoring: { dueOn: '2026-10-01' }, selfReview: { dueOn: '2027-04-05' } } });
    await database.read.run(sql`update employees set left_on = '2026-06-30' where id = ${company.leads[0]}`);
    await database.read.run(sql`update communities set type = 'other' where code = 'K00010'`);
    const found = await codes(id);
    expect(found).toEqual(expect.arrayContaining([
      { code: 'CYCLE.NO_MANAGER', severity: 'blocking', count: 1 }, { code: 'CYCLE.MANAGER_INACTIVE', severity: 'blocking', count: 8 }, { code: 'CYCLE.NO_SHEET', severity: 'blocking', count: 1 },
      { code: 'CYCLE.DEADLINE_NON_WORKING_DAY', severity: 'blocking', count: 2 }, { code: 'CYCLE.DEADLINE_ORDER', severity: 'blocking', count: 1 },
    ]));
    await expect(launch(id, 32)).rejects.toMatchObject({ code: 'CYCLE.PREFLIGHT_BLOCKING' });
    await database.read.run(sql`update employees set left_on = null where id = ${company.leads[0]}`);
    await database.read.run(sql`update communities set type = 'content' where code = 'K00010'`);
  });

  it('needs a panel for everybody from the pool that HR keeps', async () => {
    const id = await draft();
    await database.transaction((tx) => setPanelPool(tx, company.operators.slice(0, 4), company.hr[0]));
    expect(await codes(id)).toContainEqual({ code: 'CYCLE.NO_PANEL', severity: 'blocking', count: 6 });
    await database.transaction((tx) => setPanelPool(tx, [], company.hr[0]));
  });

  it('needs two more for everybody where the plan has panels of five', async () => {
    const five = await database.transaction((tx) => storeVersion(tx, { document: { ...referencePlan, appeals: { panelSize: 5 } }, findings: [], overrides: [], actorId: company.hr[0] }));
    const id = await draft({ planVersionId: five.versionId });
    const blocked = async (pool: number) => {
      await database.transaction((tx) => setPanelPool(tx, [...company.operators.slice(0, pool)], company.hr[0]));
      const without = (await check(id)).findings.filter((finding) => finding.code === 'CYCLE.NO_PANEL').map((finding) => finding.details);
      await database.transaction((tx) => setPanelPool(tx, [], company.hr[0]));
      return without;
    };
    const [first] = await blocked(5);
    expect(first).toMatchObject({ needed: 6 });
    expect((await blocked(5)).length).toBeGreaterThan((await blocked(8)).length);
  });
});

describe('launch', () => {
  it('starts exactly the people that were shown, freezes the plan, and makes each review once', async () => {
    const id = await draft();
    await expect(launch(id, 31)).rejects.toMatchObject({ code: 'CYCLE.POPULATION_CHANGED', details: { expected: 31, found: 32 } });
    expect(await launch(id, 32)).toBe(32);
    await expect(launch(id, 32)).rejects.toMatchObject({ code: 'CYCLE.NOT_DRAFT' });
    expect(await database.read.all(sql`select state from plan_versions where id = ${versionId}`)).toEqual([{ state: 'inUse' }]);
    const launched = (await database.read.all(sql<{ id: string }>`select employee_id as id from cycle_people where cycle_id = ${id}`)).map((row) => row.id);
    const page = () => database.transaction(async (tx) => createReviews(tx, (await lockCycle(tx, id)) as CycleRow, launched, now));
    expect(await page()).toBe(32);
    expect(await page()).toBe(0);
    expect(await database.read.one(sql`select count(*)::integer as reviews, (select count(*)::integer from processes where kind = 'review') as processes, (select count(*)::integer from outbox where body ->> 'kind' = 'review') as starts from reviews`)).toEqual({ reviews: 32, processes: 32, starts: 32 });
    expect(await cycleOf(id)).toMatchObject({ state: 'launching', reviewCount: 32, startedCount: 32, openCount: 32 });
    expect(await cycleView(database.read, id, now)).toMatchObject({ people: 32, overdue: 0, steps: [{ step: 'goalSetting', people: 32 }] });
    expect(await database.read.one(sql`select manager_id as manager, next_manager_id as next, eligible_days as eligible, period_days as period, shadow, position_code as position from reviews where employee_id = ${company.operators[0]}`)).toEqual({
      manager: company.leads[0], next: company.heads[0], eligible: 92, period: 92, shadow: true, position: 'community-operator',
    });
    const people = await cyclePeople(database.read, id, { departmentId: company.departments[0]!, overdue: 'false', search: 'O000', offset: 0, limit: 3 }, now);
    expect(people).toMatchObject({ total: 8, people: [{ employee: { id: company.operators[0] }, step: 'goalSetting', late: false, overdue: false, visits: [] }, {}, {}] });
    expect(await cyclePeople(database.read, id, { overdue: 'true', offset: 0, limit: 3 }, now)).toMatchObject({ total: 0 });
    expect(await database.read.all(sql`select no, scored from review_segments s join reviews r on r.id = s.review_id where r.employee_id = ${company.operators[0]}`)).toEqual([{ no: 1, scored: true }]);
  });

  it('refuses overlapping periods of one plan line, and shadows nobody twice', async () => {
    expect((await codes(await draft({ periodStart: '2026-09-30', periodEnd: '2026-12-31' }))).find((count) => count.code === 'CYCLE.REVIEW_OVERLAP')).toMatchObject({ severity: 'blocking', count: 32 });
    const next = await draft({ periodStart: '2026-10-01', periodEnd: '2026-12-31', population: { ...everybody, positions: ['none'], employeeIds: company.operators.slice(0, 2) } });
    await launch(next, 2);
    await database.transaction(async (tx) => createReviews(tx, (await lockCycle(tx, next)) as CycleRow, company.operators.slice(0, 2), now));
    expect(await database.read.all(sql`select distinct shadow from reviews where cycle_id = ${next}`)).toEqual([{ shadow: false }]);
  });

  it('is refused outside the scope of a department’s HR', async () => {
    const local = company.operators[5]!;
    await database.read.run(sql`insert into role_grants (employee_id, role, department_id) values (${local}, 'hr', ${company.departments[0]})`);
    const as = async (departmentId: string, count: number) => {
      const cycleId = await draft({ periodStart: '2027-01-01', periodEnd: '2027-03-31', population: { ...everybody, departmentIds: [departmentId] } });
      return database.transaction((tx) => launchCycle(tx, { cycleId, actorId: local, expectedPeople: count, now, allowSeconds: false }));
    };
    await expect(as(company.departments[1]!, 10)).rejects.toMatchObject({ code: 'CYCLE.OUT_OF_SCOPE' });
    expect(await as(company.departments[0]!, 10)).toBe(10);
  });
});

describe('ten thousand people', () => {
  it('are checked in seconds', async () => {
    const large = await createTestDatabase(String(env['TEST_DATABASE_URL']));
    const many = await createTestCompany(large.database, { operators: 10_000, departments: 40 });
    const { versionId: plan } = await large.database.transaction((tx) => storeVersion(tx, { document: referencePlan, findings: [], overrides: [], actorId: many.hr[0] }));
    const id = await large.database.transaction((tx) => createCycle(tx, { name: { zh: '大' }, planVersionId: plan, periodStart: '2026-07-01', periodEnd: '2026-09-30', population: { ...everybody, exclude: [many.executive] }, schedule: {} }, { actorId: many.hr[0], allowSeconds: false }));
    const started = performance.now();
    const { people, findings } = await runPreflight(large.database.read, (await loadCycle(large.database.read, id)) as CycleRow, { now, allowSeconds: false });
    expect([people.length, findings.filter((one) => one.severity === 'blocking').length]).toEqual([11_292, 0]);
    expect(performance.now() - started).toBeLessThan(15_000);
    await large.drop();
  }, 60_000);
});
