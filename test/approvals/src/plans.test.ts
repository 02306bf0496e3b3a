import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PlanVersionView } from '@fairmark/contracts/plans';
import { sql } from '@fairmark/persistence/database';
import { Desk, node } from './desk.js';
import { uploadPlan } from './plans.js';

let desk: Desk;
const codes: string[] = [];

beforeAll(async () => {
  desk = await Desk.open();
  await desk.person('hr', { roles: ['hr'] });
  await desk.person('hr2', { roles: ['hr'] });
  await desk.person('sponsor', { roles: ['sponsor'] });
  for (const head of ['market', 'product']) {
    const id = await desk.person(head);
    const department = await desk.api.newDepartment({ head: id });
    const row = await desk.api.database.read.one(sql<{ code: string }>`select code from departments where id = ${department}`);
    codes.push(String(row?.code));
  }
}, 120_000);
afterAll(() => desk.close());

const version = async (url: string): Promise<PlanVersionView> => (await desk.as('hr').get<PlanVersionView>(url)).body;

test('a plan version passes HR, the departments concerned and the sponsor, and is approved', async () => {
  const { url } = await uploadPlan(desk, 'hr', codes);
  expect(await version(url)).toMatchObject({ approvalState: 'none', approvalId: null });
  const { status, body, text } = await desk.post('hr', `${url}/submit`, { reason: '四季度方案' });
  expect([status, text]).toEqual([202, expect.stringContaining('approvalId')]);
  const { approvalId } = body as unknown as { approvalId: string };
  expect(await version(url)).toMatchObject({ approvalState: 'inReview', approvalId });
  expect(await desk.post('hr', `${url}/submit`)).toMatchObject({ status: 409, body: { code: 'APPROVAL_STORE.ALREADY_ASKED' } });
  expect(await desk.waiting('hr', approvalId)).toEqual({ hr: ['hr2'] });
  await desk.accept('hr2', 'approve');
  expect(await desk.waiting('hr', approvalId)).toEqual({ countersign: ['market', 'product'] });
  await desk.accept('market', 'approve', { comment: '同意' });
  await desk.accept('product', 'approve');
  await desk.accept('sponsor', 'approve');
  expect(await version(url)).toMatchObject({ approvalState: 'approved' });
  const view = await desk.view('hr', approvalId);
  expect(view).toMatchObject({ state: 'approved', submitter: { name: 'hr' }, acts: [], offers: [], waiting: [] });
  expect(view.timeline.map(({ what, actor, nodeId }) => [what, actor?.name ?? null, nodeId])).toEqual([
    ['submitted', 'hr', null], ['approve', 'hr2', 'hr'], ['approve', 'market', 'countersign'], ['approve', 'product', 'countersign'], ['approve', 'sponsor', 'sponsor'],
  ]);
  expect(view.timeline[1]?.opened.map(({ person, nodeId, why }) => [person.name, nodeId, why]).sort()).toEqual([['market', 'countersign', 'countersigners'], ['product', 'countersign', 'countersigners']]);
  expect(view.nodes.map(({ nodeId, state }) => [nodeId, state])).toEqual([['hr', 'approved'], ['countersign', 'approved'], ['sponsor', 'approved']]);
  expect(await desk.post('hr', `${url}/submit`)).toMatchObject({ status: 422, body: { code: 'APPROVAL_STORE.ALREADY_APPROVED' } });
});

test('a reject with its reason lets the version be submitted again; a plan without dependencies needs no countersign', async () => {
  const { url } = await uploadPlan(desk, 'hr');
  const first = (await desk.post('hr', `${url}/submit`)).body as unknown as { approvalId: string };
  expect(await desk.act('hr2', 'reject')).toMatchObject({ status: 400, body: { code: 'REQUEST.INVALID' } });
  await desk.accept('hr2', 'reject', { comment: '权重不合理' });
  expect(await version(url)).toMatchObject({ approvalState: 'rejected' });
  expect((await desk.view('hr', first.approvalId)).timeline.at(-1)).toMatchObject({ what: 'reject', comment: '权重不合理' });
  const { approvalId } = (await desk.post('hr', `${url}/submit`)).body as unknown as { approvalId: string };
  await desk.accept('hr2', 'approve');
  expect(await desk.waiting('hr', approvalId)).toEqual({ sponsor: ['sponsor'] });
  expect((await desk.view('hr', approvalId)).nodes[1]).toMatchObject({ nodeId: 'countersign', state: 'skipped' });
  await desk.post('hr', `/api/processes/approval/${approvalId}/withdraw`, { comment: '还要改' });
  expect(await version(url)).toMatchObject({ approvalState: 'none' });
  expect(await desk.outcome(`approval/${approvalId}`)).toBe('withdrawn');
  expect((await desk.inbox('sponsor')).items).toEqual([]);
});

test('with a definition that allows it, an approved version is taken back with its effects until a cycle uses it', async () => {
  await desk.define('hr', 'plansWithdrawable', { kind: 'plans', title: { zh: '可撤回' }, settings: { withdrawAfterEnd: true }, nodes: [node('one', 'anyOf', [{ type: 'role', role: 'sponsor', scope: 'company' }])] }, 'planVersion');
  const { url } = await uploadPlan(desk, 'hr');
  const { approvalId } = (await desk.post('hr', `${url}/submit`)).body as unknown as { approvalId: string };
  await desk.accept('sponsor', 'approve');
  expect(await version(url)).toMatchObject({ approvalState: 'approved' });
  expect((await desk.view('hr', approvalId)).acts).toEqual(['withdraw']);
  const { id } = await version(url);
  await desk.api.database.read.run(sql`update plan_versions set state = 'inUse', frozen_at = now() where id = ${id}`);
  expect(await desk.post('hr', `/api/processes/approval/${approvalId}/withdraw`)).toMatchObject({ status: 422, body: { code: 'APPROVAL_STORE.CANNOT_UNDO' } });

  const other = await uploadPlan(desk, 'hr');
  const again = (await desk.post('hr', `${other.url}/submit`)).body as unknown as { approvalId: string };
  await desk.accept('sponsor', 'approve');
  expect(await desk.post('hr', `/api/processes/approval/${again.approvalId}/withdraw`)).toMatchObject({ status: 200, body: { outcome: 'withdrawn' } });
  expect(await version(other.url)).toMatchObject({ approvalState: 'none' });
});

test('once the company has named how, a cycle uses approved versions only', async () => {
  const { url } = await uploadPlan(desk, 'hr');
  const { id } = await version(url);
  const cycle = await desk.as('hr').post<{ id: string }>('/api/cycles', { name: { zh: '未批准' }, planVersionId: id, periodStart: '2027-01-01', periodEnd: '2027-03-31', population: {} });
  expect([cycle.status, cycle.text]).toEqual([201, expect.any(String)]);
  const codesFound = async () => (await desk.as('hr').get<{ findings: { code: string }[] }>(`/api/cycles/${cycle.body.id}/preflight`)).body.findings.map(({ code }) => code);
  expect(await codesFound()).toContain('CYCLE.PLAN_NOT_APPROVED');
  await desk.as('hr').post('/api/approval-uses/clear', { purpose: 'planVersion' });
  expect(await codesFound()).not.toContain('CYCLE.PLAN_NOT_APPROVED');
});
