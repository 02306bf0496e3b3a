import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { InboxPage, NoticesPage, VisitView } from '@fairmark/contracts/inbox';
import { sql } from '@fairmark/persistence/database';
import { NoticesModule } from '../notices/notices.module.js';
import { startTestApi, type TestApi, type TestEmployee } from '../testing/index.js';
import { InboxModule } from './inbox.module.js';
import { newReview, newVisit, type ReviewRows } from './testRows.js';

let api: TestApi;
let hr: TestEmployee;
let manager: TestEmployee;
let employee: TestEmployee;
let peer: TestEmployee;
let rows: ReviewRows;
let visitId: string;

beforeAll(async () => {
  api = await startTestApi({ features: [InboxModule, NoticesModule] });
  const department = await api.newDepartment();
  hr = await api.newEmployee({ roles: ['hr'] });
  manager = await api.newEmployee({ department, name: '王经理', nameEn: 'Wang' });
  employee = await api.newEmployee({ department, manager: manager.id, name: '李员工' });
  peer = await api.newEmployee({ department });
  rows = await newReview(api.database, { hr: hr.id, employee: employee.id, department });
  visitId = await newVisit(api.database, { workflowId: rows.workflowId, step: 'goalApproval', subjectId: employee.id, people: { [manager.id]: 'lineManager' }, payload: { sheet: 1 } });
});
afterAll(() => api.close());

const inboxOf = async (person: TestEmployee, query = '') => (await (await api.signInAs(person)).get<InboxPage>(`/api/inbox${query}`)).body;
const visitOf = async (person: TestEmployee, id = visitId) => (await api.signInAs(person)).get<VisitView>(`/api/visits/${id}`);

describe('the inbox', () => {
  test('shows whom a task waits for, since when, until when and what then', async () => {
    const { items, counts } = await inboxOf(manager);
    expect(counts).toEqual({ waiting: 1, started: 0, done: 0, copied: 0 });
    expect(items).toEqual([{
      id: expect.any(String), visitId, kind: 'review', processId: rows.reviewId, step: 'goalApproval', subject: { id: employee.id, name: '李员工', nameEn: null }, cycle: { id: rows.cycleId, name: '2026 Q3', nameEn: null },
      since: '2026-07-02T01:00:00.000Z', dueAt: '2026-07-08T16:00:00.000Z', zone: 'Asia/Shanghai', provisional: true, atDeadline: 'escalate', waitingFor: [{ id: manager.id, name: '王经理', nameEn: 'Wang' }],
      link: `/visits/${visitId}`, why: 'lineManager', onBehalfOf: null, standIns: [], decidedBy: null, decision: null, decidedAt: null,
    }]);
  });

  test('shows people their own running matters, and whoever made a cycle the cycle', async () => {
    const own = await inboxOf(employee, '?box=started');
    expect(own.items).toMatchObject([{ processId: rows.reviewId, step: 'goalApproval', waitingFor: [{ id: manager.id }], link: `/reviews/${rows.reviewId}`, why: null }]);
    expect((await inboxOf(hr, '?box=started')).items).toMatchObject([{ kind: 'cycle', step: 'running', visitId: null, dueAt: null, atDeadline: 'none', subject: null, waitingFor: [], link: `/cycles/${rows.cycleId}` }]);
    expect((await inboxOf(peer, '?box=started')).items).toEqual([]);
  });

  test('pages, and refuses what it does not know', async () => {
    expect((await inboxOf(manager, '?page=2&pageSize=1')).items).toEqual([]);
    expect((await (await api.signInAs(manager)).get('/api/inbox?box=other')).status).toBe(400);
    expect((await api.anonymous().get('/api/inbox')).status).toBe(401);
  });
});

describe('the page of a visit', () => {
  test('says why whom, the next reminder, and what may be done here', async () => {
    const { status, body } = await visitOf(manager);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: visitId, no: 1, state: 'open', people: [{ person: { id: manager.id }, why: 'lineManager', state: 'open' }], remindAt: '2026-07-08T01:00:00.000Z', payload: { sheet: 1 }, decided: null, history: [], link: `/reviews/${rows.reviewId}`,
    });
    expect((await visitOf(employee)).body.actions).toEqual([]);
    expect((await visitOf(hr)).status).toBe(200);
    expect((await visitOf(peer)).status).toBe(403);
  });

  test('of a closed visit says who decided, when and how, and leads on', async () => {
    const old = await newVisit(api.database, { workflowId: rows.workflowId, step: 'goalConfirmation', subjectId: employee.id, people: { [employee.id]: 'subject' } });
    await api.database.read.run(sql`update visits set state = 'closed', outcome = 'objected', closed_at = '2026-07-03T02:00:00Z', closed_by = ${employee.id} where id = ${old}`);
    await api.database.read.run(sql`update tasks set state = 'done', decision = 'objected', decided_by = ${employee.id}, decided_at = '2026-07-03T02:00:00Z' where visit_id = ${old}`);
    const next = await newVisit(api.database, { workflowId: rows.workflowId, step: 'goalConfirmation', no: 2, subjectId: employee.id, people: { [employee.id]: 'subject' } });
    const decided = { by: { id: employee.id, name: '李员工', nameEn: null }, onBehalfOf: null, at: '2026-07-03T02:00:00.000Z', outcome: 'objected' };
    expect((await visitOf(employee, old)).body).toMatchObject({ state: 'closed', decided, successorId: next, actions: [], waitingFor: [] });
    expect((await visitOf(employee, next)).body).toMatchObject({ decided: null, successorId: null, history: [{ id: old, no: 1, openedAt: '2026-07-02T01:00:00.000Z', decided }] });
    expect((await inboxOf(employee, '?box=done')).items).toMatchObject([{ visitId: old, decision: 'objected', decidedAt: '2026-07-03T02:00:00.000Z' }]);
  });

  test('does not tell the person how somebody else decided', async () => {
    const scored = await newVisit(api.database, { workflowId: rows.workflowId, step: 'ratability', subjectId: employee.id, people: { [manager.id]: 'departmentHead' }, payload: { segmentNo: 1 } });
    await api.database.read.run(sql`update visits set state = 'closed', outcome = 'notRatable', closed_at = '2026-07-03T02:00:00Z', closed_by = ${manager.id} where id = ${scored}`);
    expect((await visitOf(employee, scored)).body).toMatchObject({ payload: {}, decided: { by: { id: manager.id }, outcome: 'closed' } });
    expect((await visitOf(manager, scored)).body).toMatchObject({ payload: { segmentNo: 1 }, decided: { outcome: 'notRatable' } });
  });

  test('does not tell the person whose collaborators have not answered yet', async () => {
    const quiet = await newVisit(api.database, { workflowId: rows.workflowId, step: 'collaboratorInput', subjectId: employee.id, people: { [peer.id]: 'collaborator' } });
    expect((await visitOf(employee, quiet)).body).toMatchObject({ waitingFor: [], people: [] });
    expect((await visitOf(peer, quiet)).body.waitingFor).toHaveLength(1);
  });
});

test('notices are the own ones, and are read one by one or all at once', async () => {
  for (const kind of ['a.b', 'c.d', 'e.f']) await api.database.read.run(sql`insert into notices (employee_id, kind, link) values (${peer.id}, ${kind}, '/x')`);
  const agent = await api.signInAs(peer);
  const page = (await agent.get<NoticesPage>('/api/notices?pageSize=2')).body;
  expect(page).toMatchObject({ unread: 3, items: [{ kind: 'e.f', link: '/x', params: {}, readAt: null }, { kind: 'c.d' }] });
  expect((await agent.post('/api/notices/read', { ids: [page.items[0]?.id] })).status).toBe(204);
  expect((await agent.get<NoticesPage>('/api/notices')).body.unread).toBe(2);
  await (await api.signInAs(manager)).post('/api/notices/read', {});
  expect((await agent.get<NoticesPage>('/api/notices')).body.unread).toBe(2);
  await agent.post('/api/notices/read', {});
  expect((await agent.get<NoticesPage>('/api/notices')).body.unread).toBe(0);
});
