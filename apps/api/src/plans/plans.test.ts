import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlanUploaded } from '@fairmark/contracts/plans';
import { referencePlan } from '@fairmark/domain/plans';
import { sql } from '@fairmark/persistence/database';
import { type Agent, newDepartment, startTestApi, type TestApi } from '../testing/index.js';
import { PlansModule } from './plans.module.js';

let api: TestApi;
let hr: Agent;
beforeAll(async () => {
  api = await startTestApi({ features: [PlansModule] });
  hr = await api.signInAs(await api.newEmployee({ roles: ['hr'] }));
});
afterAll(() => api.close());

describe('plans over HTTP', () => {
  it('are uploaded, listed, read and downloaded', async () => {
    const uploaded = await hr.post<PlanUploaded>('/api/plans', { document: referencePlan });
    expect(uploaded).toMatchObject({ status: 201, body: { code: 'community-reference', no: 1, created: true, usable: true, findings: [] } });
    expect((await hr.post('/api/plans/community-reference/versions', { document: referencePlan })).body).toMatchObject({ no: 1, created: false });
    expect((await hr.get('/api/plans')).body).toMatchObject({ plans: [{ code: 'community-reference', versions: [{ no: 1, state: 'draft' }] }] });
    expect((await hr.get('/api/plans/community-reference/versions/1')).body).toMatchObject({ id: uploaded.body.versionId, usable: true });
    const file = await hr.get('/api/plans/community-reference/versions/1/document');
    expect(file.body).toEqual(JSON.parse(JSON.stringify(referencePlan)));
    expect(file.headers['content-disposition']).toContain('plan.json');
    expect((await hr.get('/api/plans/reference')).body).toEqual(file.body);
  });

  it('of the wrong shape are refused field by field', async () => {
    const [first] = referencePlan.indicators;
    const document = { ...referencePlan, code: 'Wrong Code', indicators: [{ ...first, unit: 'miles', validity: { min: '0' } }], personal: undefined };
    const answer = await hr.post<{ fields: { path: string; code: string }[] }>('/api/plans', { document });
    expect(answer).toMatchObject({ status: 400, body: { code: 'REQUEST.INVALID' } });
    expect(answer.body.fields.map(({ path, code }) => [path, code])).toEqual([
      ['document.code', 'FIELD.FORMAT'], ['document.indicators.0.unit', 'FIELD.VALUE'], ['document.indicators.0.validity.max', 'FIELD.REQUIRED'], ['document.personal', 'FIELD.REQUIRED'],
    ]);
  });

  it('with findings are kept as drafts that no cycle may use', async () => {
    const document = { ...referencePlan, code: 'faulty', bands: referencePlan.bands.slice(0, 4) };
    expect((await hr.post('/api/plans/check', { document })).body).toMatchObject({ usable: false });
    const { body } = await hr.post<PlanUploaded>('/api/plans', { document });
    expect(body.findings.map(({ code }) => code)).toContain('PLAN.BAND_GAP');
    expect((await hr.get('/api/plans/faulty')).body).toMatchObject({ versions: [{ usable: false }] });
    expect(await hr.post('/api/plans/other/versions', { document })).toMatchObject({ status: 422, body: { code: 'PLAN.OTHER_PLAN' } });
    expect((await hr.get('/api/plans/other')).status).toBe(404);
  });

  it('are closed to people without a role', async () => {
    const employee = await api.signInAs(await api.newEmployee());
    for (const url of ['/api/plans', '/api/plans/faulty', '/api/plans/faulty/versions/1', '/api/plans/reference']) expect((await employee.get(url)).status).toBe(403);
    const sponsor = await api.signInAs(await api.newEmployee({ roles: ['sponsor'] }));
    expect((await sponsor.get('/api/plans')).status).toBe(200);
    expect((await sponsor.post('/api/plans', { document: referencePlan })).status).toBe(403);
  });

  it('take experience from before', async () => {
    const { id } = await api.newEmployee();
    expect((await hr.put('/api/plans/faulty/experience', { people: [{ employeeId: id, cycles: 1 }], reason: '上线前' })).body).toEqual({ people: 1 });
  });

  it('are edited as drafts, and whoever saves second is told who was first', async () => {
    const begun = await hr.post<{ no: number }>('/api/plans/community-reference/drafts', { from: 1 });
    expect(begun).toMatchObject({ status: 201, body: { no: 2 } });
    const url = '/api/plans/community-reference/versions/2';
    const document = { ...referencePlan, bands: referencePlan.bands.slice(0, 4) };
    const saved = await hr.put<{ findings: { code: string }[] }>(url, { document, revision: 1 });
    expect(saved).toMatchObject({ status: 200, body: { revision: 2, usable: false } });
    expect(saved.body.findings.map(({ code }) => code)).toContain('PLAN.BAND_GAP');
    expect((await hr.put(url, { document, revision: 1 })).body).toMatchObject({ revision: 2 });
    expect((await hr.get(`${url}/differences?against=1`)).body).toMatchObject({ differences: [{ part: 'bands', path: 'bands.D', change: 'removed' }] });
    const second = await api.newEmployee({ roles: ['lead'] });
    expect(await (await api.signInAs(second)).put(url, { document: referencePlan, revision: 1 })).toMatchObject({ status: 409, body: { code: 'PLAN.DRAFT_CHANGED', details: { revision: 2, changedBy: { name: expect.any(String) } } } });
    expect((await hr.get(url)).body).toMatchObject({ revision: 2, usable: false, document: { bands: document.bands } });
    expect((await hr.put(url, { document: { ...document, code: 'elsewhere' }, revision: 2 })).body).toMatchObject({ code: 'PLAN.OTHER_PLAN' });
  });

  it('are retired with a reason and then never edited again', async () => {
    const url = '/api/plans/community-reference/versions/2';
    expect(await hr.post(`${url}/retire`, { reason: '不再试点' })).toMatchObject({ status: 200, body: { state: 'retired' } });
    expect(await hr.put(url, { document: referencePlan, revision: 2 })).toMatchObject({ status: 409, body: { code: 'PLAN.NOT_EDITABLE' } });
    expect((await hr.post('/api/plans/community-reference/versions/99/retire', { reason: 'x' })).status).toBe(404);
  });

  it('say what each band would pay', async () => {
    const { bands, reward } = referencePlan;
    expect(await hr.post('/api/plans/reward-preview', { bands, reward, baseCents: 1_000_00 })).toMatchObject({ status: 200, body: { lines: [{ band: 'S', fullCents: 1_500_00 }, { band: 'A' }, { band: 'B', fullCents: 1_000_00, teamCents: 100_00 }, {}, {}] } });
  });

  it('tell who is under a version: numbers to those who read plans, names to HR', async () => {
    const { body: version } = await hr.get<{ id: string; plan: { id: string } }>('/api/plans/community-reference/versions/1');
    const [person, departmentId] = [await api.newEmployee(), await newDepartment(api.database)];
    const cycle = await api.database.read.one(sql<{ id: string }>`
      insert into cycles (name, plan_id, plan_version_id, period_start, period_end, state, population, created_by) values ('上半年', ${version.plan.id}, ${version.id}, '2026-01-01', '2026-06-30', 'running', '{}', ${person.id}) returning id`);
    await api.database.read.run(sql`
      insert into reviews (cycle_id, employee_id, plan_id, plan_version_id, workflow_id, state, period_start, period_end, department_id)
      values (${cycle?.id ?? ''}, ${person.id}, ${version.plan.id}, ${version.id}, 'review/usage', 'open', '2026-01-01', '2026-06-30', ${departmentId})`);
    const lead = await api.signInAs(await api.newEmployee({ roles: ['lead'] }));
    const url = '/api/plans/community-reference/versions/1';
    expect((await lead.get(`${url}/usage`)).body).toEqual({ cycles: [{ cycleId: cycle?.id, name: '上半年', nameEn: null, state: 'running', people: 1 }] });
    expect((await lead.get(`${url}/people?cycleId=${cycle?.id}`)).status).toBe(403);
    expect((await hr.get(`${url}/people?cycleId=${cycle?.id}`)).body).toMatchObject({ total: 1, people: [{ person: { id: person.id }, state: 'open' }] });
    expect(await hr.post(`${url}/retire`, { reason: '新版已批准' })).toMatchObject({ status: 409, body: { code: 'PLAN.STILL_USED' } });
    await api.database.read.run(sql`update cycles set state = 'closed' where id = ${cycle?.id ?? ''}`);
    expect(await hr.post(`${url}/retire`, { reason: '仍有考核' })).toMatchObject({ status: 409, body: { code: 'PLAN.STILL_USED', details: { cycles: 0, reviews: 1 } } });
    await api.database.read.run(sql`update reviews set state = 'closed' where workflow_id = 'review/usage'`);
    await api.database.read.run(sql`
      insert into rollouts (name, plan_id, plan_version_id, workflow_id, sponsor_id, lead_id, settings, starts_on, created_by)
      values ('推广', ${version.plan.id}, ${version.id}, 'rollout/usage', ${person.id}, ${person.id}, '{}', '2026-01-01', ${person.id})`);
    expect(await hr.post(`${url}/retire`, { reason: '仍在推广' })).toMatchObject({ status: 409, body: { code: 'PLAN.STILL_USED', details: { reviews: 0, rollouts: 1 } } });
  });
});
