import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { referencePlan } from '@fairmark/domain/plans';
import { sql } from '@fairmark/persistence/database';
import { compositionOf } from '@fairmark/persistence/goals';
import { type Agent, startTestApi, type TestApi, type TestEmployee } from '../testing/index.js';
import { OrgModule } from './org.module.js';
import { zip } from './zip.js';

let api: TestApi;
let hr: Agent;
let admin: Agent;
let boss: TestEmployee;
let worker: TestEmployee;
let departmentId: string;
beforeAll(async () => {
  api = await startTestApi({ features: [OrgModule] });
  hr = await api.signInAs(await api.newEmployee({ roles: ['hr'] }));
  admin = await api.signInAs(await api.newEmployee({ roles: ['admin'] }));
  boss = await api.newEmployee({ name: '赵经理' });
  departmentId = await api.newDepartment({ head: boss.id, name: '运营部' });
  worker = await api.newEmployee({ name: '钱专员', manager: boss.id, department: departmentId });
});
afterAll(() => api.close());

describe('people', () => {
  test('are shown as of a day with all dated rows', async () => {
    await api.database.read.run(sql`update employee_managers set valid_to = '2026-03-01' where employee_id = ${worker.id}`);
    await api.database.read.run(sql`insert into employee_managers (employee_id, manager_id, valid_from) select ${worker.id}, id, '2026-03-01' from employees where number like 'N%' and id not in (${worker.id}, ${boss.id}) limit 1`);
    const before = await hr.get(`/api/org/employees/${worker.id}?asOf=2026-02-28`);
    expect(before.body).toMatchObject({ asOf: '2026-02-28', manager: { id: boss.id, name: '赵经理' }, department: { id: departmentId }, managers: [{ validTo: '2026-03-01' }, { validFrom: '2026-03-01', validTo: null }] });
    expect((await hr.get<{ manager: { id: string } }>(`/api/org/employees/${worker.id}?asOf=2026-03-01`)).body.manager.id).not.toBe(boss.id);
  });

  test('are filtered by what is missing, by department and by text, a page at a time', async () => {
    await api.newEmployee({ name: '100%_孙' });
    const get = async (query: string) => (await hr.get<{ total: number; employees: { name: string }[] }>(`/api/org/employees?${query}`)).body;
    expect((await get(`departmentId=${departmentId}`)).employees.map((person) => person.name)).toEqual(['钱专员']);
    expect((await get(`search=${encodeURIComponent('%_')}`)).total).toBe(1);
    expect((await get('missing=department')).total).toBeGreaterThan(2);
    expect((await get('missing=top')).total).toBe(0);
    expect((await get('missing=work&pageSize=2&page=2')).employees).toHaveLength(2);
    expect((await get('invitation=accepted')).total).toBe(0);
  });

  test('outside the scope of HR do not appear, and the private address is for HR and the person', async () => {
    await api.database.read.run(sql`update employees set private_address = 'home@x.example' where id = ${worker.id}`);
    const scoped = await api.signInAs(await api.newEmployee({ roles: [{ role: 'hr', departmentId }] }));
    expect((await scoped.get('/api/org/employees')).body).toMatchObject({ total: 1 });
    expect((await scoped.get(`/api/org/employees/${worker.id}`)).body).toMatchObject({ privateAddress: 'home@x.example' });
    expect((await scoped.get(`/api/org/employees/${boss.id}`)).status).toBe(403);
    expect((await (await api.signInAs(worker)).get(`/api/org/employees/${worker.id}`)).body).toMatchObject({ privateAddress: 'home@x.example' });
    expect((await (await api.signInAs(boss)).get(`/api/org/employees/${worker.id}`)).body).toMatchObject({ privateAddress: null });
    expect((await (await api.signInAs(worker)).get('/api/org/employees')).status).toBe(403);
  });

  test('are found by name by everybody, without address or number', async () => {
    const found = await (await api.signInAs(worker)).get(`/api/org/people?search=${encodeURIComponent('赵经')}`);
    expect(found.body).toEqual({ people: [{ id: boss.id, name: '赵经理', nameEn: null, department: null }] });
  });

  test('who were not invited yet are invited together, once', async () => {
    const first = await hr.post<{ sent: number }>('/api/org/invitations/remaining');
    expect(first.body.sent).toBeGreaterThan(3);
    expect((await hr.post('/api/org/invitations/remaining')).body).toEqual({ sent: 0 });
    expect((await hr.get(`/api/org/employees?search=${worker.number}`)).body).toMatchObject({ employees: [{ invitation: 'sent' }] });
  });
});

describe('roles', () => {
  test('are given and taken by an administrator, never for oneself, and HR only looks', async () => {
    const granted = await admin.post<{ id: string }>('/api/org/roles', { employeeId: worker.id, role: 'hr', departmentId });
    expect(granted.status).toBe(201);
    expect((await hr.get('/api/org/roles')).body['grants']).toContainEqual(expect.objectContaining({ id: granted.body.id, role: 'hr', person: expect.objectContaining({ name: '钱专员' }), department: expect.objectContaining({ id: departmentId }) }));
    expect((await hr.post('/api/org/roles', { employeeId: worker.id, role: 'admin' })).status).toBe(403);
    const self = (await api.database.read.one(sql<{ id: string }>`select employee_id as id from role_grants where role = 'admin'`))?.id;
    expect(await admin.post('/api/org/roles', { employeeId: self, role: 'hr' })).toMatchObject({ status: 422, body: { code: 'ORG.OWN_ROLE' } });
    expect(await admin.post('/api/org/roles', { employeeId: worker.id, role: 'hr', departmentId: worker.id })).toMatchObject({ body: { code: 'ORG.UNKNOWN_DEPARTMENT_ID' } });
    expect((await admin.delete(`/api/org/roles/${granted.body.id}`)).status).toBe(204);
    expect((await admin.delete(`/api/org/roles/${departmentId}`)).status).toBe(404);
  });
});

describe('structure', () => {
  test('lists departments and communities', async () => {
    expect((await (await api.signInAs(worker)).get('/api/org/departments')).body).toMatchObject({ departments: [{ id: departmentId, head: { id: boss.id }, headActive: true, people: 1 }] });
    await api.database.read.run(sql`insert into communities (code, name, type, region) values ('C1', '群', 'content', 'CN')`);
    expect((await hr.get('/api/org/communities?missing=operator')).body).toMatchObject({ total: 1, communities: [{ code: 'C1', operators: [], stage: null }] });
  });

  test('puts a community into another stage from a day on, by HR or the head of a department that operates it', async () => {
    const run = (query: ReturnType<typeof sql>) => api.database.read.run(query);
    const community = ((await api.database.read.one(sql<{ id: string }>`insert into communities (code, name, type, region) values ('S1', '阶段群', 'content', 'CN') returning id`)) as { id: string }).id;
    await run(sql`insert into community_stages (community_id, stage, valid_from) values (${community}, 'base', '2020-01-01')`);
    await run(sql`insert into community_assignments (employee_id, community_id, valid_from) values (${worker.id}, ${community}, '2020-01-01')`);
    const path = `/api/org/communities/${community}/stage`;
    const body = { stage: 'growth', effectiveOn: '2027-01-01', reason: '活跃用户翻倍' };
    expect(await (await api.signInAs(worker)).post(path, body)).toMatchObject({ status: 403, body: { code: 'ACCESS.DENIED' } });
    expect(await (await api.signInAs(boss)).post(path, body)).toMatchObject({ status: 200, body: { changed: true, stages: [{ stage: 'base', validFrom: '2020-01-01', validTo: '2027-01-01' }, { stage: 'growth', validFrom: '2027-01-01', validTo: null }] } });
    expect((await hr.post(path, body)).body).toMatchObject({ changed: false });
    expect(await hr.post(path, { ...body, stage: 'late' })).toMatchObject({ status: 400 });
    expect(await hr.post(`/api/org/communities/${worker.id}/stage`, body)).toMatchObject({ status: 404 });
    expect(await api.database.read.all(sql`select actor, action from audit.entries where chain = ${`community/${community}`}`)).toEqual([{ actor: boss.id, action: 'community.stageChanged' }]);
  });

  test('keeps the stage of a running cycle, and proposes the sheet of the next one', async () => {
    const { id: planId } = (await api.database.read.one(sql<{ id: string }>`insert into plans (code, name) values ('stage-plan', '方案') returning id`)) as { id: string };
    const { id: versionId } = (await api.database.read.one(sql<{ id: string }>`insert into plan_versions (plan_id, no, state, document, document_hash) values (${planId}, 1, 'inUse', ${JSON.stringify(referencePlan)}::jsonb, 'h') returning id`)) as { id: string };
    await api.database.read.run(sql`
      insert into cycles (name, plan_id, plan_version_id, period_start, period_end, state, population, created_by) values ('c', ${planId}, ${versionId}, '2027-01-01', '2027-03-31', 'running', '{}', ${boss.id})`);
    const { id } = (await api.database.read.one(sql<{ id: string }>`select id from communities where code = 'S1'`)) as { id: string };
    const change = (effectiveOn: string) => hr.post(`/api/org/communities/${id}/stage`, { stage: 'mature', effectiveOn, reason: '稳定' });
    expect(await change('2027-01-01')).toMatchObject({ status: 422, body: { code: 'ORG.STAGE_FROZEN', details: { frozenUntil: '2027-01-01' } } });
    expect((await change('2027-01-02')).body).toMatchObject({ changed: true, proposals: [{ plan: { code: 'stage-plan', version: 1 }, sheet: { id: 'content-mature' } }] });
    const composed = (periodStart: string) => compositionOf(api.database.read, worker.id, '2027-02-01', periodStart);
    expect((await composed('2027-01-01')).communities).toMatchObject([{ code: 'S1', stage: 'growth' }]);
    expect((await composed('2027-04-01')).communities).toMatchObject([{ code: 'S1', stage: 'mature' }]);
  });

  test('says what is missing before the first cycle', async () => {
    const { body } = await hr.get<{ ready: boolean; findings: { code: string; link: string }[] }>('/api/org/readiness');
    expect(body.ready).toBe(false);
    expect(body.findings.map((finding) => finding.code)).toEqual(expect.arrayContaining(['noSponsor', 'noDepartment', 'communityWithoutOperator']));
    expect(body.findings.every((finding) => finding.link.startsWith('/'))).toBe(true);
  });
});

test('an archive names its files and their checksums', () => {
  const archive = zip([['a.csv', Buffer.from('1,2')], ['部门.csv', Buffer.from('x')]]);
  expect(archive.readUInt32LE(0)).toBe(0x04034b50);
  expect(archive.readUInt16LE(archive.length - 12)).toBe(2);
  expect(archive.includes('部门.csv')).toBe(true);
});
