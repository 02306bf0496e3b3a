import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChangePreview, ChangeView, ImportChanges, PolicyList } from '@fairmark/contracts/changes';
import type { OrgImportView } from '@fairmark/contracts/org';
import { advanceChanges } from '@fairmark/persistence/changes';
import { sql } from '@fairmark/persistence/database';
import { newReview, newVisit, type ReviewRows } from '../inbox/testRows.js';
import { OrgModule } from '../org/org.module.js';
import { type Agent, startTestApi, type TestApi, type TestEmployee } from '../testing/index.js';
import { ChangesModule } from './changes.module.js';

let api: TestApi;
let hr: Agent;
let hrId: string;
let [boss, manager, employee]: TestEmployee[] = [];
let department: string;
let rows: ReviewRows;
let visitId: string;
beforeAll(async () => {
  api = await startTestApi({ features: [ChangesModule, OrgModule] });
  const person = await api.newEmployee({ roles: ['hr'] });
  [hrId, hr] = [person.id, await api.signInAs(person)];
  department = await api.newDepartment();
  boss = await api.newEmployee({ department, name: '赵总监' });
  manager = await api.newEmployee({ department, manager: boss.id, name: '王经理' });
  employee = await api.newEmployee({ department, manager: manager.id, name: '李员工' });
  rows = await newReview(api.database, { hr: hrId, employee: employee.id, department });
  visitId = await newVisit(api.database, { workflowId: rows.workflowId, step: 'goalDrafting', subjectId: employee.id, people: { [manager.id]: 'lineManager' } });
});
afterAll(() => api.close());

const today = new Date().toISOString().slice(0, 10);
const newManager = (extra: Record<string, unknown> = {}) => ({ kind: 'managerChanged', employeeId: employee?.id, managerId: boss?.id, effectiveOn: today, reason: '组织调整', ...extra });
const report = (body: unknown, key: string = randomUUID(), agent = hr) => agent.post<{ id: string; state: string }>('/api/changes', body, { 'idempotency-key': key });
const managers = () => api.database.read.all(sql<{ id: string }>`select manager_id as id from employee_managers where employee_id = ${employee?.id} order by valid_from`);

describe('a change', () => {
  test('is previewed: whom it concerns, which tasks go to whom, the exact stretches, and nothing is written', async () => {
    const { status, body } = await hr.post<ChangePreview>('/api/changes/preview', newManager());
    expect([status, body.people, body.tasks, body.processes]).toEqual([200, 1, 1, 1]);
    expect(body.lines).toMatchObject([{ visitId, step: 'goalDrafting', subject: { id: employee?.id }, from: { id: manager?.id }, to: { id: boss?.id }, why: 'lineManager', outcome: 'moves', policy: 'bySegments' }]);
    for (const review of body.reviews) expect(review.after.filter((one) => one.kind === 'segment').reduce((sum, one) => sum + one.weightBp, 0)).toBe(10_000);
    expect(await managers()).toEqual([{ id: manager?.id }]);
    expect(await api.database.read.all(sql`select 1 from org_changes`)).toEqual([]);
  });

  test('is reported once under its key: rows are written, the event is recorded, processes are told in pages', async () => {
    const key = randomUUID();
    const made = await report(newManager(), key);
    expect(made).toMatchObject({ status: 201, body: { state: 'scheduled' } });
    expect((await report(newManager(), key)).body.id).toBe(made.body.id);
    expect((await report(newManager({ effectiveOn: '2026-01-01' }), key)).body).toMatchObject({ code: 'CHANGE.KEY_REUSED' });
    expect(await managers()).toEqual([{ id: manager?.id }, { id: boss?.id }]);
    while (await advanceChanges(api.database, new Date().toISOString(), { processes: 1 })) continue;
    expect((await hr.get<ChangeView>(`/api/changes/${made.body.id}`)).body).toMatchObject({ kind: 'managerChanged', state: 'applying', done: 0, total: 1, employee: { id: employee?.id }, from: { id: manager?.id }, to: { id: boss?.id }, policies: { review: 'bySegments' } });
    expect(await api.database.read.one(sql`select name, body from process_events where workflow_id = ${rows.workflowId}`)).toEqual({ name: 'organisationChanged', body: { changeId: made.body.id } });
    expect((await hr.get(`/api/changes?employeeId=${employee?.id}`)).body).toMatchObject({ total: 1 });
    expect((await hr.get(`/api/visits/${visitId}/moves`)).body).toEqual({ moves: [], total: 0 });
  });

  test.each([
    ['of nobody', () => newManager({ employeeId: randomUUID() }), 404],
    ['to oneself', () => newManager({ managerId: employee?.id }), 'CHANGE.PERSON_INACTIVE'],
    ['that runs in a circle', () => ({ ...newManager(), employeeId: boss?.id, managerId: employee?.id }), 'CHANGE.MANAGER_LOOP'],
    ['before somebody came', () => newManager({ effectiveOn: '2019-01-01' }), 'CHANGE.DAY'],
    ['a leave that ends before it begins', () => ({ kind: 'onLeave', employeeId: employee?.id, effectiveOn: today, until: today, reason: 'x' }), 'CHANGE.DAY'],
    ['a department that is unknown', () => ({ kind: 'departmentMerged', departmentId: department, intoDepartmentId: randomUUID(), effectiveOn: today, reason: 'x' }), 'CHANGE.UNKNOWN_DEPARTMENT'],
  ])('%s is refused', async (_, body, expected) => {
    const answer = await hr.post<{ code: string }>('/api/changes/preview', body());
    expect(typeof expected === 'number' ? answer.status : answer.body.code).toBe(expected === 404 ? 403 : expected);
  });

  test('is for HR of the person, never their own, and never with HR itself as the successor', async () => {
    const elsewhere = await api.signInAs(await api.newEmployee({ roles: [{ role: 'hr', departmentId: await api.newDepartment() }] }));
    expect((await elsewhere.post('/api/changes/preview', newManager())).status).toBe(403);
    expect((await elsewhere.get('/api/changes')).body).toEqual({ changes: [], total: 0 });
    expect((await hr.post('/api/changes/preview', newManager({ employeeId: hrId }))).status).toBe(403);
    expect((await (await api.signInAs(manager as TestEmployee)).post('/api/changes/preview', newManager())).status).toBe(403);
    expect((await hr.post('/api/changes/preview', { kind: 'left', employeeId: manager?.id, successorId: hrId, effectiveOn: today, reason: '离职' })).body).toMatchObject({ code: 'HR.NOT_ONESELF' });
  });

  test('of somebody who leaves shows the hand-over', async () => {
    const { body } = await hr.post<ChangePreview>('/api/changes/preview', { kind: 'left', employeeId: manager?.id, successorId: boss?.id, effectiveOn: today, reason: '离职' });
    expect(body.lines).toMatchObject([{ from: { id: manager?.id }, to: { id: boss?.id }, why: 'successor', outcome: 'moves' }]);
  });
});

test('policies are read by HR and chosen by HR of the whole company, among what is offered', async () => {
  const { policies } = (await hr.get<PolicyList>('/api/change-policies')).body;
  expect(policies.find((one) => one.process === 'review' && one.change === 'managerChanged')).toMatchObject({ policy: 'bySegments', isDefault: true, allowed: ['bySegments', 'followNew', 'stayOld'] });
  expect((await hr.put('/api/change-policies', { process: 'calibration', change: 'managerChanged', policy: 'followNew' })).body).toMatchObject({ code: 'CHANGE.POLICY_NOT_OFFERED' });
  const set = await hr.put<PolicyList>('/api/change-policies', { process: 'review', change: 'managerChanged', policy: 'stayOld' });
  expect(set.body.policies.find((one) => one.process === 'review' && one.change === 'managerChanged')).toMatchObject({ policy: 'stayOld', isDefault: false, setBy: { id: hrId } });
  expect((await hr.post<ChangePreview>('/api/changes/preview', { kind: 'managerChanged', employeeId: manager?.id, managerId: hrId, effectiveOn: today, reason: 'x' })).body.policies.review).toBe('stayOld');
});

test('an import says before it is applied whom its changes concern, and records them as events', async () => {
  const code = (await api.database.read.one(sql<{ code: string }>`select code from departments where id = ${department}`))?.code;
  await api.database.read.run(sql`update tasks set assignee_id = ${boss?.id} where visit_id = ${visitId}`);
  const other = await api.newEmployee({ department });
  const content = `number,name,email,zone,locale,region,department,manager_number,hired_on\n${employee?.number},李员工,${employee?.email},Asia/Shanghai,en,CN,${code},${other.number},2020-01-01\n`;
  const { id } = (await hr.upload<{ id: string }>('/api/org/imports', { file: { name: 'employees.csv', content } })).body;
  const settled = async (): Promise<OrgImportView> => {
    const { body } = await hr.get<OrgImportView>(`/api/org/imports/${id}`);
    return body.state === 'checking' || body.state === 'applying' ? settled() : body;
  };
  expect(await settled()).toMatchObject({ state: 'ready' });
  expect((await hr.get<ImportChanges>(`/api/org/imports/${id}/changes`)).body).toMatchObject({ changes: 1, people: 1, tasks: 1, byKind: { managerChanged: 1 }, lines: [{ subject: employee?.number, from: boss?.number, to: other.number, tasks: 1 }] });
  await hr.post(`/api/org/imports/${id}/apply`);
  expect(await settled()).toMatchObject({ state: 'applied' });
  expect((await hr.get(`/api/changes?importId=${id}`)).body).toMatchObject({ total: 1, changes: [{ source: 'import', kind: 'managerChanged', to: { id: other.id } }] });
});
