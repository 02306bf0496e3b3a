import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DelegationView, MyDelegations } from '@fairmark/contracts/delegations';
import type { VisitView } from '@fairmark/contracts/inbox';
import { sql } from '@fairmark/persistence/database';
import { InboxModule } from '../inbox/inbox.module.js';
import { newReview, newVisit } from '../inbox/testRows.js';
import { type Agent, startTestApi, type TestApi, type TestEmployee } from '../testing/index.js';
import { DelegationsModule } from './delegations.module.js';

let api: TestApi;
let [manager, deputy, employee, hr]: TestEmployee[] = [];
let agents: Record<'manager' | 'deputy' | 'employee' | 'hr', Agent>;
let visitId: string;
beforeAll(async () => {
  api = await startTestApi({ features: [DelegationsModule, InboxModule] });
  const department = await api.newDepartment();
  manager = await api.newEmployee({ department, name: '王经理' });
  deputy = await api.newEmployee({ name: '李代理' });
  employee = await api.newEmployee({ department, manager: manager.id });
  hr = await api.newEmployee({ roles: [{ role: 'hr', departmentId: department }] });
  agents = { manager: await api.signInAs(manager), deputy: await api.signInAs(deputy), employee: await api.signInAs(employee), hr: await api.signInAs(hr) };
  const rows = await newReview(api.database, { hr: hr.id, employee: employee.id, department });
  visitId = await newVisit(api.database, { workflowId: rows.workflowId, step: 'goalApproval', subjectId: employee.id, people: { [manager.id]: 'lineManager' } });
});
afterAll(() => api.close());
beforeEach(() => api.database.read.run(sql`delete from delegations`).then(() => undefined));

const at = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
const body = (extra: Record<string, unknown> = {}) => ({ delegateId: deputy?.id, from: at(-1), to: at(24), kinds: ['review'], reason: '年假', ...extra });
const create = (agent = agents.manager, extra: Record<string, unknown> = {}) => agent.post<{ id: string }>('/api/delegations', body(extra));
const mine = async (agent: Agent) => (await agent.get<MyDelegations>('/api/delegations')).body;

describe('a delegation', () => {
  test('is made by the person, shown to both, and told to the delegate', async () => {
    const made = await create();
    expect(made.status).toBe(201);
    expect((await mine(agents.manager)).given).toMatchObject([{ id: made.body.id, delegate: { name: '李代理' }, state: 'running', byHr: false, openTasks: 1, mayEnd: true, zone: 'Asia/Shanghai' }]);
    expect((await mine(agents.deputy)).received).toMatchObject([{ id: made.body.id, delegator: { name: '王经理' } }]);
    expect(await api.database.read.one(sql`select kind from notices where employee_id = ${deputy?.id}`)).toEqual({ kind: 'delegation.received' });
    expect(await api.database.read.all(sql`select action from audit.entries where chain = ${`delegations/${manager?.id}`}`)).toContainEqual({ action: 'delegation.created' });
  });

  test('opens the visit to the delegate with its actions, and closes it when it ends', async () => {
    expect((await agents.deputy.get(`/api/visits/${visitId}`)).status).toBe(403);
    const { id } = (await create()).body;
    expect((await agents.deputy.get<VisitView>(`/api/visits/${visitId}`)).body).toMatchObject({ onBehalfOf: { id: manager?.id }, actions: expect.arrayContaining(['approve', 'return']) as unknown, processActions: [] });
    expect((await agents.manager.get<VisitView>(`/api/visits/${visitId}`)).body).toMatchObject({ onBehalfOf: null, standIns: [{ id: deputy?.id }] });
    expect((await agents.deputy.get('/api/inbox')).body).toMatchObject({ counts: { waiting: 1 }, items: [{ visitId, onBehalfOf: { id: manager?.id } }] });
    expect((await agents.deputy.post<DelegationView>(`/api/delegations/${id}/end`, { reason: '我也不在' })).body).toMatchObject({ state: 'ended', endedBy: { id: deputy?.id }, mayEnd: false });
    expect((await agents.deputy.get(`/api/visits/${visitId}`)).status).toBe(403);
    expect(await agents.manager.post(`/api/delegations/${id}/end`, {})).toMatchObject({ status: 422, body: { code: 'DELEGATION.ENDED' } });
  });

  test.each([
    ['to oneself', () => create(agents.manager, { delegateId: manager?.id }), 'DELEGATION.ONESELF'],
    ['that is over', () => create(agents.manager, { from: at(-5), to: at(-1) }), 'DELEGATION.PERIOD'],
    ['to nobody', () => create(agents.manager, { delegateId: '0190a0a0-0000-7000-8000-000000000000' }), 'DELEGATION.DELEGATE_INACTIVE'],
  ])('%s is refused', async (_, send, code) => expect(await send()).toMatchObject({ status: 422, body: { code } }));

  test('beside another, or back to who delegates, is refused', async () => {
    await create();
    expect((await create()).body).toMatchObject({ code: 'DELEGATION.OVERLAP' });
    expect((await create(agents.deputy, { delegateId: manager?.id })).body).toMatchObject({ code: 'DELEGATION.CHAIN' });
    expect((await create(agents.manager, { kinds: ['appeal'] })).status).toBe(201);
  });
});

describe('HR', () => {
  const path = () => `/api/org/employees/${manager?.id}/delegations`;

  test('makes one for a person of its scope, not with itself, and both are told', async () => {
    expect((await agents.hr.post(path(), body())).status).toBe(201);
    expect((await mine(agents.manager)).given).toMatchObject([{ byHr: true, madeBy: { id: hr?.id } }]);
    expect(await api.database.read.one(sql`select kind from notices where employee_id = ${manager?.id} and kind = 'delegation.made'`)).toBeDefined();
    expect(await agents.hr.post(path(), body({ delegateId: hr?.id }))).toMatchObject({ body: { code: 'HR.NOT_ONESELF' } });
    expect((await agents.hr.get('/api/delegations/all')).body).toMatchObject({ total: 1, delegations: [{ mayEnd: true }] });
    expect((await agents.employee.post(path(), body())).status).toBe(403);
  });

  test('ends one of its scope; somebody else may not', async () => {
    const { id } = (await create()).body;
    expect((await agents.employee.post(`/api/delegations/${id}/end`, {})).status).toBe(403);
    const elsewhere = await api.signInAs(await api.newEmployee({ roles: [{ role: 'hr', departmentId: await api.newDepartment() }] }));
    expect((await elsewhere.post(`/api/delegations/${id}/end`, {})).status).toBe(403);
    expect((await elsewhere.get('/api/delegations/all')).body).toMatchObject({ total: 0 });
    expect((await agents.hr.post(`/api/delegations/${id}/end`, { reason: '已返岗' })).body).toMatchObject({ endReason: '已返岗' });
  });
});
