import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CycleCreated } from '@fairmark/contracts/cycles';
import type { PlanUploaded } from '@fairmark/contracts/plans';
import { referencePlan } from '@fairmark/domain/plans';
import { sql } from '@fairmark/persistence/database';
import { createTestCompany, type TestCompany } from '@fairmark/persistence/testing';
import { PlansModule } from '../plans/plans.module.js';
import { type Agent, startTestApi, type TestApi } from '../testing/index.js';
import { CyclesModule } from './cycles.module.js';

let api: TestApi;
let company: TestCompany;
let hr: Agent;
let planVersionId: string;
const population = { departmentIds: [], positions: [], regions: [], communityTypes: [], employeeIds: [], exclude: [] };

beforeAll(async () => {
  api = await startTestApi({ features: [PlansModule, CyclesModule] });
  company = await createTestCompany(api.database);
  hr = await api.signInAs(company.hr[0]);
  planVersionId = (await hr.post<PlanUploaded>('/api/plans', { document: referencePlan })).body.versionId;
});
afterAll(() => api.close());

const draft = async (more: object = {}) => {
  const answer = await hr.post<CycleCreated>('/api/cycles', { name: { zh: '第三季度', en: 'Third quarter' }, planVersionId, periodStart: '2027-07-01', periodEnd: '2027-09-30', population: { ...population, exclude: [company.executive] }, ...more });
  expect(answer.status).toBe(201);
  return answer.body.id;
};

describe('cycles over HTTP', () => {
  it('are drafted, previewed, checked, launched and watched', async () => {
    const id = await draft();
    expect((await hr.patch(`/api/cycles/${id}`, { name: { zh: '改名' } })).body).toMatchObject({ name: '改名', state: 'draft' });
    expect((await hr.get(`/api/cycles/${id}/population?limit=5`)).body).toMatchObject({ people: 32, keptOut: 1, page: expect.arrayContaining([expect.objectContaining({ why: null })]) });
    expect((await hr.get(`/api/cycles/${id}/population?takingPart=false`)).body).toMatchObject({ page: [{ employee: { id: company.executive }, why: 'excluded' }] });
    expect((await hr.get(`/api/cycles/${id}/preflight`)).body).toMatchObject({ people: 32, blocking: 0 });
    expect(await hr.post(`/api/cycles/${id}/launch`, { expectedPeople: 33 })).toMatchObject({ status: 409, body: { code: 'CYCLE.POPULATION_CHANGED' } });
    expect(await hr.post(`/api/cycles/${id}/launch`, { expectedPeople: 32 })).toMatchObject({ status: 202, body: { people: 32 } });
    expect((await hr.get(`/api/cycles/${id}`)).body).toMatchObject({ state: 'launching', people: 32, started: 0, departments: [] });
    expect((await hr.get(`/api/cycles/${id}/people`)).body).toEqual({ total: 0, offset: 0, people: [] });
    expect((await hr.get('/api/cycles')).body).toMatchObject({ cycles: [{ id, state: 'launching', plan: { code: 'community-reference', no: 1 } }] });
    // A launched cycle cannot be changed or launched again: the access table knows drafts only.
    expect((await hr.patch(`/api/cycles/${id}`, { name: { zh: '晚了' } })).status).toBe(403);
    expect((await hr.post(`/api/cycles/${id}/launch`, { expectedPeople: 32 })).status).toBe(403);
    expect(await api.database.read.all(sql`select body ->> 'workflowId' as id from outbox where channel = 'start'`)).toEqual([{ id: `cycle/${id}` }]);
  });

  it('with blocking findings do not start', async () => {
    const id = await draft({ population, periodStart: '2028-01-01', periodEnd: '2028-03-31' });
    expect((await hr.get(`/api/cycles/${id}/preflight`)).body).toMatchObject({
      blocking: 2, findings: [{ code: 'CYCLE.NO_MANAGER', employeeId: company.executive, mend: 'assignManager' }, { code: 'CYCLE.NO_PANEL' }, { severity: 'warning' }], employees: [{ id: company.executive }],
    });
    expect(await hr.post(`/api/cycles/${id}/launch`, { expectedPeople: 33 })).toMatchObject({ status: 422, body: { code: 'CYCLE.PREFLIGHT_BLOCKING', details: { codes: ['CYCLE.NO_MANAGER', 'CYCLE.NO_PANEL'] } } });
  });

  it('are refused with faulty bodies field by field', async () => {
    const answer = await hr.post('/api/cycles', { name: { zh: '' }, planVersionId, periodStart: '2027-07-01', periodEnd: '2027-07-01', population });
    expect(answer).toMatchObject({ status: 400, body: { fields: expect.arrayContaining([expect.objectContaining({ path: 'name.zh' })]) } });
  });

  it('are closed to others, and show no departments to the sponsor', async () => {
    const id = await draft();
    const [employee, sponsor] = [await api.signInAs(company.operators[0]!), await api.signInAs(await api.newEmployee({ roles: ['sponsor'] }))];
    for (const path of ['', '/population', '/preflight', '/people', '/requests']) expect((await employee.get(`/api/cycles/${id}${path}`)).status).toBe(403);
    expect((await employee.post('/api/cycles', {})).status).toBe(403);
    expect((await sponsor.get(`/api/cycles/${id}`)).status).toBe(200);
    expect((await sponsor.get(`/api/cycles/${id}/population`)).status).toBe(403);
  });

  it('draw their panels from a pool that HR may keep', async () => {
    expect((await hr.get('/api/panel-pool')).body).toMatchObject({ chosen: false });
    expect((await hr.put('/api/panel-pool', { employeeIds: company.leads })).body).toMatchObject({ chosen: true, people: company.leads.map(() => ({ nameEn: expect.any(String) })) });
    expect((await hr.put('/api/panel-pool', { employeeIds: [] })).body).toMatchObject({ chosen: false });
  });
});
