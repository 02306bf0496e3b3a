import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Desk, node } from './desk.js';
import { submitPlan } from './plans.js';

let desk: Desk;
let approvalId: string;
const of = (name: string): string => desk.id(name);
const by = (...names: string[]) => names.map((name) => ({ type: 'person', personId: of(name) }));
const operators = async (name: string): Promise<string[]> => (await desk.view(name, approvalId)).offers.flatMap((offer) => offer.operators);
const waiting = () => desk.waiting('hr', approvalId);

beforeAll(async () => {
  desk = await Desk.open();
  for (const name of ['top', 'a', 'b', 'c', 'd', 'e', 'cc', 'stranger']) await desk.person(name, name === 'top' ? {} : { manager: of('top') });
  await desk.person('hr', { roles: ['hr'] });
  await desk.person('hr2', { roles: ['hr'] });
  await desk.define('hr', 'threeNodes', {
    kind: 'plans', title: { zh: '三级审批' },
    nodes: [node('first', 'inOrder', by('a')), node('second', 'allOf', by('b', 'c')), { id: 'told', type: 'copy', title: { zh: '抄送' }, recipients: by('cc') }, node('third', 'anyOf', by('d', 'e'))],
  }, 'planVersion');
}, 120_000);
afterAll(() => desk.close());

beforeEach(async () => {
  approvalId = await submitPlan(desk, 'hr');
});

/** What a test left open ends, so that the next one finds one task per person. */
const end = () => desk.post('hr', `/api/processes/approval/${approvalId}/withdraw`);
afterEach(async () => void (await end()));

describe('what is offered is what is accepted', () => {
  test('to the holder of a task, to the submitter, to nobody else', async () => {
    expect(await operators('a')).toEqual(['approve', 'reject', 'return', 'addBefore', 'addAfter', 'addBeside', 'transfer', 'consult', 'read']);
    expect((await desk.visit('a', await desk.visitOf('a'))).actions).toEqual(['approve', 'reject', 'return', 'addBefore', 'addAfter', 'addBeside', 'transfer', 'consult', 'comment', 'read']);
    expect((await desk.view('hr', approvalId)).acts).toEqual(['withdraw', 'nudge', 'comment']);
    expect((await desk.view('hr2', approvalId)).acts).toEqual(['nudge', 'comment']);
    expect(await desk.as('b').get(`/api/approvals/${approvalId}`)).toMatchObject({ status: 403 });
    expect(await desk.as('stranger').get(`/api/approvals/${approvalId}`)).toMatchObject({ status: 403 });
    const visit = await desk.visitOf('a');
    expect(await desk.post('b', `/api/visits/${visit}/approve`)).toMatchObject({ status: 403 });
    expect(await desk.post('hr', `/api/visits/${visit}/approve`)).toMatchObject({ status: 403, body: { code: 'ACTOR.NOT_ASSIGNED' } });
  });

  test('add before, transfer, consult, opinion, take back', async () => {
    await desk.accept('a', 'addBefore', { personIds: [of('e')], comment: '先请核对' });
    expect(await waiting()).toEqual({ first: ['e'] });
    expect(await operators('e')).not.toContain('addBefore');
    expect(await desk.act('e', 'addBefore', { personIds: [of('d')] })).toMatchObject({ status: 422, body: { code: 'APPROVAL.ADDED_ADDS' } });
    await desk.accept('e', 'approve');
    await desk.accept('a', 'consult', { personId: of('d'), comment: '怎么看？' });
    expect(await operators('d')).toEqual(['opinion', 'read']);
    expect(await desk.act('d', 'approve')).toMatchObject({ status: 422, body: { code: 'APPROVAL.OPERATOR_REFUSED' } });
    await desk.accept('d', 'opinion', { comment: '可以' });
    expect(await desk.act('a', 'transfer', { toPersonId: of('hr'), comment: '请处理' })).toMatchObject({ status: 422, body: { code: 'APPROVAL.OWN_CASE' } });
    expect(await desk.act('a', 'transfer', { toPersonId: of('stranger') })).toMatchObject({ status: 400, body: { code: 'REQUEST.INVALID' } });
    await desk.accept('a', 'transfer', { toPersonId: of('stranger'), comment: '由他处理' });
    expect(await waiting()).toEqual({ first: ['stranger'] });
    const decided = await desk.visitOf('stranger');
    await desk.accept('stranger', 'approve');
    expect(await waiting()).toEqual({ second: ['b', 'c'] });
    expect(await operators('stranger')).toEqual(['takeBack']);
    expect(await desk.post('stranger', `/api/visits/${decided}/takeBack`, { comment: '看漏了' })).toMatchObject({ status: 200 });
    expect(await waiting()).toEqual({ first: ['stranger'] });
    expect((await desk.inbox('b')).items).toEqual([]);
    await desk.accept('stranger', 'approve');
    await desk.accept('b', 'approve');
    expect(await desk.post('stranger', `/api/visits/${decided}/takeBack`)).toMatchObject({ status: 422, body: { code: 'APPROVAL.NOT_DECIDED' } });
    expect((await desk.view('hr', approvalId)).timeline.map(({ what }) => what)).toEqual(['submitted', 'addBefore', 'approve', 'consult', 'opinion', 'transfer', 'approve', 'takeBack', 'approve', 'approve']);
  });

  test('add beside, remove, add after, return straight back', async () => {
    await desk.accept('a', 'approve');
    await desk.accept('b', 'addBeside', { personIds: [of('stranger'), of('top')] });
    expect(await waiting()).toEqual({ second: ['b', 'c', 'stranger', 'top'] });
    const visit = await desk.visitOf('b');
    expect((await desk.view('b', approvalId)).offers[0]?.removable.map((person) => person.name).sort()).toEqual(['stranger', 'top']);
    expect(await desk.post('c', `/api/visits/${visit}/removeAdded`, { personId: of('top') })).toMatchObject({ status: 422, body: { code: 'APPROVAL.NOT_ADDED_BY_YOU' } });
    await desk.accept('b', 'removeAdded', { personId: of('top') });
    await desk.accept('stranger', 'approve');
    await desk.accept('c', 'approve');
    await desk.accept('b', 'addAfter', { personIds: [of('top')] });
    expect(await waiting()).toEqual({ second: ['top'] });
    await desk.accept('top', 'approve');
    expect(await waiting()).toEqual({ third: ['d', 'e'] });
    expect((await desk.view('d', approvalId)).offers[0]?.returnTargets.map(({ nodeId }) => nodeId)).toEqual(['first', 'second']);
    await desk.accept('d', 'return', { to: { nodeId: 'first' }, then: 'straightBack', comment: '请补充依据' });
    expect(await waiting()).toEqual({ first: ['a'] });
    expect((await desk.inbox('e')).items).toEqual([]);
    await desk.accept('a', 'approve');
    expect(await waiting()).toEqual({ third: ['d'] });
    await desk.accept('d', 'approve');
    expect(await desk.view('hr', approvalId)).toMatchObject({ state: 'approved' });
  });
});

describe('returned to the submitter', () => {
  test('who hands in again with a clock of their own; nobody else can', async () => {
    await desk.accept('a', 'return', { comment: '材料不全' });
    expect(await desk.view('hr', approvalId)).toMatchObject({ state: 'returned', waiting: [], acts: ['withdraw', 'resubmit', 'comment'] });
    expect((await desk.inbox('hr')).items.map(({ step, why }) => [step, why])).toEqual([['resubmission', 'submitter']]);
    const visit = await desk.visitOf('hr');
    expect((await desk.visit('hr', visit)).actions).toEqual(['resubmit', 'withdraw', 'comment']);
    expect(await desk.post('a', `/api/processes/approval/${approvalId}/resubmit`)).toMatchObject({ status: 403, body: { code: 'ACTOR.NOT_ASSIGNED' } });
    expect(await desk.act('hr', 'resubmit', { comment: '已补充' })).toMatchObject({ status: 200 });
    expect(await waiting()).toEqual({ first: ['a'] });
    expect((await desk.inbox('hr')).items).toEqual([]);
    expect(await end()).toMatchObject({ status: 200, body: { outcome: 'withdrawn' } });
    expect(await end()).toMatchObject({ status: 409, body: { code: 'PROCESS.CLOSED' } });
  });
});

describe('beside the decision', () => {
  test('nudge once a day by submitter or HR, comment by who has a part, read marks', async () => {
    expect(await desk.post('hr', `/api/processes/approval/${approvalId}/nudge`)).toMatchObject({ status: 200, body: { details: { people: 1 } } });
    expect(await desk.post('hr2', `/api/processes/approval/${approvalId}/nudge`)).toMatchObject({ status: 422, body: { code: 'APPROVAL_STORE.ALREADY_NUDGED' } });
    await desk.accept('a', 'read');
    await desk.accept('a', 'comment', { comment: '我看一下' });
    expect(await desk.post('hr', `/api/processes/approval/${approvalId}/comment`, { comment: '谢谢' })).toMatchObject({ status: 200 });
    expect(await desk.post('stranger', `/api/processes/approval/${approvalId}/comment`, { comment: 'x' })).toMatchObject({ status: 403 });
    const view = await desk.view('hr', approvalId);
    expect(view.nodes[0]?.people).toMatchObject([{ person: { name: 'a' }, state: 'open', readAt: expect.any(String) as unknown as string }]);
    expect(view.timeline.map(({ what, comment }) => [what, comment])).toEqual([['submitted', null], ['nudge', null], ['comment', '我看一下'], ['comment', '谢谢']]);
  });

  test('a copy is found in a box of its own, opens the case and nothing else', async () => {
    await desk.accept('a', 'approve', { comment: '同意' });
    await desk.accept('b', 'approve');
    await desk.accept('c', 'approve');
    const { items, counts } = await desk.inbox('cc', 'copied');
    expect(items[0]).toMatchObject({ link: `/approvals/${approvalId}`, why: 'copied', decision: 'running', decidedAt: null });
    expect(counts.copied).toBeGreaterThan(0);
    expect(await desk.view('cc', approvalId)).toMatchObject({ link: null, offers: [{ operators: ['read'] }].slice(1), acts: [] });
    expect(await desk.as('cc').get(`/api/visits/${await desk.visitOf('d')}`)).toMatchObject({ status: 403 });
    expect(await desk.as('cc').post(`/api/approvals/${approvalId}/read`)).toMatchObject({ status: 204 });
    expect((await desk.inbox('cc', 'copied')).items[0]?.decidedAt).not.toBeNull();
  });
});

test('two clicks on an or-node at the same moment: one winner, and one is told who', async () => {
  for (const name of ['a', 'b', 'c']) await desk.accept(name, 'approve');
  const visit = await desk.visitOf('d');
  const answers = await Promise.all([desk.as('d').post(`/api/visits/${visit}/approve`, {}, { 'idempotency-key': randomUUID() }), desk.as('e').post(`/api/visits/${visit}/reject`, { comment: '不同意' }, { 'idempotency-key': randomUUID() })]);
  const [won, lost] = [answers.find((answer) => answer.status === 200), answers.find((answer) => answer.status !== 200)];
  expect(won?.body).toMatchObject({ status: 'applied' });
  const winner = answers[0]?.status === 200 ? 'd' : 'e';
  expect(lost).toMatchObject({ status: 409, body: { code: 'VISIT.ALREADY_DECIDED', details: { decidedBy: { id: of(winner), name: winner } } } });
  await desk.delivered();
  expect((await desk.view('hr', approvalId)).state).toBe(winner === 'd' ? 'approved' : 'rejected');
});

test('many at once: a result for each', async () => {
  const second = await submitPlan(desk, 'hr');
  const { items } = await desk.inbox('a');
  const visitIds = items.flatMap(({ visitId }) => visitId ?? []);
  const wanted = [...visitIds, randomUUID()];
  const send = (key: string) => desk.as('a').post('/api/visits/decisions', { action: 'approve', visitIds: wanted, body: {} }, { 'idempotency-key': key });
  const key = randomUUID();
  const { body } = await send(key);
  expect(body['results']).toMatchObject([{ status: 'applied' }, { status: 'applied' }, { status: 'refused', code: 'VISIT.UNKNOWN' }]);
  expect((await send(key)).body).toEqual(body);
  await desk.post('hr', `/api/processes/approval/${second}/withdraw`);
});
