import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ApprovalSubmitted } from '@fairmark/contracts/approvals';
import type { PlanUploaded, PlanVersionView } from '@fairmark/contracts/plans';
import { referencePlan } from '@fairmark/domain/plans';
import { sql } from '@fairmark/persistence/database';
import { PlansModule } from '../plans/plans.module.js';
import { startTestApi, type Agent, type TestApi, type TestEmployee } from '../testing/index.js';
import { ApprovalsModule } from './approvals.module.js';

let api: TestApi;
let hr: Agent;
let [approver, copied]: TestEmployee[] = [];
let approvalId: string;

/** What the worker writes when a case waits for somebody, as far as access reads it. */
async function ask(id: string, person: string, state: 'open' | 'done'): Promise<void> {
  const { read } = api.database;
  await read.run(sql`insert into processes (workflow_id, kind, ref_id, step) values (${`approval/${id}`}, 'approval', ${id}, 'deciding') on conflict do nothing`);
  await read.run(sql`insert into approval_instances (id, workflow_id, definition_id, definition_version, state, purpose) values (${id}, ${`approval/${id}`}, 'planApproval', 1, '{}', 'planVersion') on conflict do nothing`);
  await read.run(sql`insert into visits (workflow_id, step, no, approval_id, opened_at) values (${`approval/${id}`}, 'approval', 1, ${id}, now()) on conflict do nothing`);
  await read.run(sql`insert into tasks (visit_id, assignee_id, why, state, created_at) select id, ${person}, 'namedPerson', ${state}, now() from visits where approval_id = ${id}`);
}

beforeAll(async () => {
  api = await startTestApi({ features: [ApprovalsModule, PlansModule] });
  await api.newDepartment();
  // Nobody approves what they submitted: somebody else of HR, an administrator and a sponsor are there.
  for (const role of ['hr', 'admin', 'sponsor'] as const) await api.newEmployee({ roles: [role] });
  hr = await api.signInAs(await api.newEmployee({ roles: ['hr'] }));
  approver = await api.newEmployee();
  copied = await api.newEmployee();
  const { code, no } = (await hr.post<PlanUploaded>('/api/plans', { document: referencePlan })).body;
  approvalId = (await hr.post<ApprovalSubmitted>(`/api/plans/${code}/versions/${no}/submit`, {})).body.approvalId;
});
afterAll(() => api.close());

describe('the plan version of a case', () => {
  test.each(['open', 'done'] as const)('is read by who was asked, with the task %s, and by nobody else', async (state) => {
    const person = await api.newEmployee();
    const agent = await api.signInAs(person);
    const path = `/api/approvals/${approvalId}/plan`;
    expect(await agent.get(path)).toMatchObject({ status: 403, body: { code: 'ACCESS.DENIED' } });
    await ask(approvalId, person.id, state);
    expect((await agent.get<PlanVersionView>(path)).body).toMatchObject({ no: 1, plan: { code: referencePlan.code }, document: { code: referencePlan.code, sheets: expect.any(Array) as unknown } });
    expect((await agent.get('/api/plans')).status).toBe(403);
    expect((await agent.get(`/api/plans/${referencePlan.code}/versions/1`)).status).toBe(403);
  });

  test('is not shown by a copy of the case', async () => {
    await ask(approvalId, String(approver?.id), 'open');
    await api.database.read.run(sql`insert into approval_copies (approval_id, employee_id, node, copied_at) values (${approvalId}, ${copied?.id}, 'n', now())`);
    expect((await (await api.signInAs(String(copied?.id))).get(`/api/approvals/${approvalId}/plan`)).status).toBe(403);
  });

  test('does not exist where a case is about something else', async () => {
    const other = await api.database.read.one(sql<{ id: string }>`insert into approval_requests (purpose, submitter_id) select 'missingValue', submitter_id from approval_requests where id = ${approvalId} returning id`);
    expect(await hr.get(`/api/approvals/${String(other?.id)}/plan`)).toMatchObject({ status: 404, body: { code: 'OBJECT.NOT_FOUND' } });
  });
});
