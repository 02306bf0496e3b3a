import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DelegationView, MyDelegations } from '@fairmark/contracts/delegations';
import type { VisitView } from '@fairmark/contracts/inbox';
import { sql } from '@fairmark/persistence/database';
import { InboxModule } from '../inbox/inbox.module.js';
import { newReview, newVisit } from '../inbox/testRows.js';
import { ProcessesModule } from '../processes/processes.module.js';
import { type Agent, startTestApi, type TestApi, type TestEmployee } from '../testing/index.js';
import { DelegationsModule } from './delegations.module.js';

let api: TestApi;
let [manager, deputy, employee, hr]: TestEmployee[] = [];
let agents: Record<'manager' | 'deputy' | 'employee' | 'hr', Agent>;
let visitId: string;
let workflowId: string;
beforeAll(async () => {
  api = await startTestApi({ features: [DelegationsModule, InboxModule, ProcessesModule] });
  const department = await api.newDepartment();
  manager = await api.newEmployee({ department, name: '王经理' });
  deputy = await api.newEmployee({ name: '李代理' });
  employee = await api.newEmployee({ department, manager: manager.id });
  hr = await api.newEmployee({ roles: [{ role: 'hr', departmentId: department }] });
  agents = { manager: await api.signInAs(manager), deputy: await api.signInAs(deputy), employee: await api.signInAs(employee), hr: await api.signInAs(hr) };
  const rows = await newReview(api.database, { hr: hr.id, employee: employee.id, department });
  workflowId = rows.workflowId;
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
    expect(await agents.manager.post(`/api/delegations/${id}/end`, {})).toMatchObject({ status: 409, body: { code: 'DELEGATION.ENDED' } });
  });

  describe('that has ended', () => {
    const decide = async (who: Agent, visit = visitId) => (await who.post<{ code: string; details: Record<string, unknown> }>(`/api/visits/${visit}/approve`, {}, { 'idempotency-key': randomUUID() })).body;
    const end = async (extra: Record<string, unknown> = {}) => agents.manager.post(`/api/delegations/${(await create(agents.manager, extra)).body.id}/end`, {});

    test('says so to who decides from a page of before, with who has the task, and nothing to anybody else', async () => {
      expect(await decide(agents.deputy)).toMatchObject({ code: 'ACCESS.DENIED', details: {} });
      await end();
      expect(await decide(agents.deputy)).toMatchObject({ code: 'DELEGATION.ENDED', details: { heldBy: [{ id: manager?.id, name: '王经理' }] } });
      const stranger = await api.signInAs(await api.newEmployee());
      expect(await decide(stranger)).toMatchObject({ code: 'ACCESS.DENIED', details: {} });
    });

    test('names who has the task after it moved', async () => {
      const head = await api.newEmployee({ name: '赵总' });
      const moved = await newVisit(api.database, { workflowId, step: 'goalApproval', no: 2, subjectId: employee?.id ?? '', people: { [manager?.id ?? '']: 'lineManager', [head.id]: 'skipLevel' } });
      await end();
      await api.database.read.run(sql`update tasks set state = 'moved' where visit_id = ${moved} and assignee_id = ${manager?.id}`);
      expect(await decide(agents.deputy, moved)).toMatchObject({ code: 'DELEGATION.ENDED', details: { heldBy: [{ id: head.id, name: '赵总' }] } });
    });

    test('stays silent where it was about other processes, about a step that is done in person, or over before the task came', async () => {
      await end({ kinds: ['appeal'] });
      expect(await decide(agents.deputy)).toMatchObject({ code: 'ACCESS.DENIED' });
      await end();
      const personal = await newVisit(api.database, { workflowId, step: 'collaboratorInput', subjectId: employee?.id ?? '', people: { [manager?.id ?? '']: 'collaborator' } });
      expect(await decide(agents.deputy, personal)).toMatchObject({ code: 'ACCESS.DENIED' });
      await api.database.read.run(sql`update delegations set created_at = '2026-01-01', from_at = '2026-01-01', to_at = '2026-01-09', ended_at = '2026-01-05'`);
      expect(await decide(agents.deputy)).toMatchObject({ code: 'ACCESS.DENIED' });
    });
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
