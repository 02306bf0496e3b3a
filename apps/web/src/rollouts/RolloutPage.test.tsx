import { afterEach, expect, jest, test } from '@jest/globals';
import type { RolloutView } from '@fairmark/contracts/rollouts';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { answerWith, onScreen, renderPage } from '../testing/renderPage.js';
import { Decisions } from './Decisions.js';
import { RolloutActs } from './RolloutActs.js';

jest.setTimeout(60_000);
afterEach(cleanup);

const ID = '66666666-6666-4666-8666-666666666666';
const person = { id: '11111111-1111-4111-8111-111111111111', name: '陈晨', nameEn: null };
const rollout = {
  id: ID, planCode: 'plan', planVersion: null, phase: 'design', state: 'running', steps: [], children: [], acts: ['requestGate', 'hold', 'acceptDeliverable', 'usePlanVersion'],
  next: [{ visitId: '77777777-7777-4777-8777-777777777777', step: 'phaseStep', waitingFor: [person], since: '2026-11-25T00:00:00.000Z', dueAt: null }],
  readiness: { mayAsk: true, met: 1, total: 2, criteria: [
    { kind: 'core', key: 'planDesign', title: { zh: '方案设计' }, measure: null, value: null, wanted: null, sampleSize: null, met: true },
    { kind: 'deliverable', key: 'interviews', title: { zh: '组织访谈' }, measure: null, value: '12', wanted: '30', sampleSize: null, met: false },
  ] },
  gates: [{ id: ID, phase: 'design', no: 1, state: 'decided', decision: 'changes', askedAt: '2026-11-01T00:00:00.000Z', decidedAt: '2026-11-02T00:00:00.000Z', approvalId: null, conditions: [], opinions: [{ person, opinion: 'object', comment: '人手不足', at: '2026-11-02T00:00:00.000Z' }] }],
} as unknown as RolloutView;

test('on a phone the sponsor reads how ready the gate is, what everybody said, and accepts what was delivered', async () => {
  onScreen(390);
  const asked = answerWith({ [`POST /processes/rollout/${ID}/acceptDeliverable`]: { status: 'applied', outcome: 'accepted', details: {} } });
  await renderPage(<Decisions rollout={rollout} />);
  expect(screen.getByText('评审准备度 1 / 2')).toBeTruthy();
  expect(screen.getByText(/现为 12，要求 30/)).toBeTruthy();
  expect(screen.getByText(/人手不足/)).toBeTruthy();
  fireEvent.click(screen.getByText(/验\s?收/));
  await waitFor(() => expect(asked.find((one) => one.method === 'POST')?.body).toEqual({ key: 'interviews', accepted: true }));
});

test('a hold is sent with its reason', async () => {
  onScreen(1_280);
  const asked = answerWith({ [`POST /processes/rollout/${ID}/hold`]: { status: 'applied', outcome: 'held', details: {} } });
  await renderPage(<RolloutActs rollout={rollout} />);
  fireEvent.click(screen.getByText(/搁\s?置/));
  fireEvent.change(await screen.findByLabelText(/原因/), { target: { value: '数据源中断' } });
  fireEvent.click(screen.getByText('确认'));
  await waitFor(() => expect(asked.find((one) => one.method === 'POST')?.body).toEqual({ reason: '数据源中断' }));
});

test('a version of the plan is chosen with a reason, and until then the gate of the first phase cannot be asked for', async () => {
  onScreen(1_280);
  const version = (no: number, more: Record<string, unknown> = {}) => ({ id: `88888888-8888-4888-8888-88888888888${no}`, no, state: 'draft', usable: true, ...more });
  const versions = [version(3, { usable: false }), version(2), version(1, { state: 'retired' })];
  const asked = answerWith({ 'GET /plans': { plans: [{ code: 'other', versions: [version(4)] }, { code: 'plan', versions }] }, [`POST /processes/rollout/${ID}/usePlanVersion`]: { status: 'applied', outcome: 'planVersionUsed', details: { no: 2 } } });
  await renderPage(<RolloutActs rollout={rollout} />);
  expect((screen.getByText('申请阶段评审').closest('button') as HTMLButtonElement).disabled).toBe(true);
  fireEvent.click(screen.getByText('选定方案版本'));
  fireEvent.mouseDown(await screen.findByLabelText('方案版本'));
  const offered = await screen.findByText('第 2 版');
  expect([screen.queryByText('第 1 版'), screen.queryByText('第 3 版'), screen.queryByText('第 4 版')]).toEqual([null, null, null]);
  fireEvent.click(offered);
  fireEvent.change(screen.getByLabelText(/原因/), { target: { value: '首版方案' } });
  fireEvent.click(screen.getByText('确认'));
  await waitFor(() => expect(asked.find((one) => one.method === 'POST')?.body).toEqual({ planVersionId: version(2).id, reason: '首版方案' }));
});
