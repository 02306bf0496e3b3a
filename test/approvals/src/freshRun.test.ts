import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { workflowId as ids } from '@fairmark/contracts/process';
import { Desk, node } from './desk.js';
import { submitPlan } from './plans.js';

let desk: Desk;
const by = (...names: string[]) => names.map((name) => ({ type: 'person', personId: desk.id(name) }));

beforeAll(async () => {
  // Suggested early, so that a case of a few acts goes on in a fresh run.
  desk = await Desk.open({ extraArgs: ['--dynamic-config-value', 'limit.historyCount.suggestContinueAsNew=40'] });
  for (const name of ['a', 'b', 'standIn', 'c']) await desk.person(name);
  await desk.person('hr', { roles: ['hr'] });
  await desk.define('hr', 'twoBranches', {
    kind: 'plans', title: { zh: '并行' },
    nodes: [{ id: 'both', type: 'parallel', branches: [{ id: 'l', nodes: [node('left', 'inOrder', by('a'))] }, { id: 'r', nodes: [node('right', 'inOrder', by('b'))] }] }, node('last', 'inOrder', by('c'))],
  }, 'planVersion');
}, 120_000);
afterAll(() => desk.close());

const runOf = async (workflowId: string): Promise<{ runId: string; status: string }> => {
  const { runId, status } = await desk.product.env.client.workflow.getHandle(workflowId).describe();
  return { runId, status: status.name };
};

test('a case goes on in a fresh run with its open branches, delegations and answered requests; others do not notice', async () => {
  const approvalId = await submitPlan(desk, 'hr');
  const workflowId = ids.approval(approvalId);
  const neighbour = ids.approval(await submitPlan(desk, 'hr'));
  const [first, beside] = [await runOf(workflowId), await runOf(neighbour)];
  const inCase = async (name: string): Promise<string> => (await desk.view('hr', approvalId)).waiting.find((one) => one.person.name === name)?.visitId ?? '';
  const from = new Date(Date.now() - 60_000).toISOString();
  const delegated = await desk.as('b').post('/api/delegations', { delegateId: desk.id('standIn'), from, to: new Date(Date.now() + 86_400_000).toISOString(), kinds: ['approval'], reason: '休假' });
  expect([delegated.status, delegated.text]).toEqual([201, expect.any(String)]);
  const left = await inCase('a');
  const key = randomUUID();
  const approved = await desk.post('a', `/api/visits/${left}/approve`, { comment: '同意' }, key);
  expect(approved.status).toBe(200);
  for (let count = 0; count < 8; count += 1) expect(await desk.post('hr', `/api/processes/approval/${approvalId}/comment`, { comment: `第 ${count} 条` })).toMatchObject({ status: 200 });
  const fresh = await runOf(workflowId);
  expect(fresh.runId).not.toBe(first.runId);
  expect([fresh.status, (await runOf(neighbour)).runId]).toEqual(['RUNNING', beside.runId]);
  // The same request gets the same answer and changes nothing, though the fresh run has never seen it.
  expect((await desk.post('a', `/api/visits/${left}/approve`, { comment: '同意' }, key)).body).toEqual(approved.body);
  expect(await desk.waiting('hr', approvalId)).toEqual({ right: ['b'] });
  expect(await desk.post('standIn', `/api/visits/${await inCase('b')}/approve`, {})).toMatchObject({ status: 200 });
  const { timeline } = await desk.view('hr', approvalId);
  expect(timeline.at(-1)).toMatchObject({ what: 'approve', actor: { name: 'standIn' }, onBehalfOf: { name: 'b' } });
  expect(timeline.filter(({ what }) => what === 'approve')).toHaveLength(2);
  await desk.post('c', `/api/visits/${await inCase('c')}/approve`);
  expect(await desk.outcome(workflowId)).toBe('approved');
  expect(await desk.product.env.client.workflow.getHandle(workflowId).result()).toBe('approved');
});
