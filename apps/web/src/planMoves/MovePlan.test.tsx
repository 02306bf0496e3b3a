import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { CycleView } from '@fairmark/contracts/cycles';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { answerWith, onScreen, renderPage, type Answers } from '../testing/renderPage.js';
import { MovePlan } from './MovePlan.js';

jest.setTimeout(60_000);
beforeEach(() => onScreen(1_280));
afterEach(cleanup);

const CYCLE = '66666666-6666-4666-8666-666666666666';
const VERSION = '77777777-7777-4777-8777-777777777777';
const MOVE = '99999999-9999-4999-8999-999999999999';
const cycle = { id: CYCLE, departments: [], plan: { code: 'ref', no: 1 } } as unknown as CycleView;
const person = { id: '11111111-1111-4111-8111-111111111111', name: '陈晨', nameEn: null };
const plans = { plans: [{ code: 'ref', versions: [{ id: VERSION, no: 2, usable: true }, { id: CYCLE, no: 1, usable: true }] }] };
const item = { reviewId: CYCLE, person, step: 'period', state: 'waiting', why: null, differences: [{ kind: 'weight', itemId: 'K1.reads', name: { zh: '阅读量' }, from: '2000', to: '2100' }] };
const kept = { ...item, reviewId: VERSION, state: 'skipped', why: 'tooLate', differences: [] };
const found = { plan: [{ part: 'sheets', path: 'sheets.s.items.reads.weightBp', change: 'changed', before: 2000, after: 2100 }], items: [kept, item], moving: 21, skipped: 1, people: 22, secondPersonNeeded: true };
const made = { id: MOVE, version: { id: VERSION, no: 2 }, choice: 'nextStep', target: { kind: 'all' }, reason: '权重有误', actor: person, confirmedBy: null, at: '2026-11-25T02:00:00Z', reverted: null, counts: { pending: 0, waiting: 3, applied: 1, stayed: 0, skipped: 0, reverted: 0 } };
const answers = (moves: unknown[], more: Answers = {}): Answers => ({ 'GET /plans': plans, [`GET /cycles/${CYCLE}/plan-moves`]: { moves }, ...more });
const sent = (asked: ReturnType<typeof answerWith>) => asked.filter((one) => one.method === 'POST').map(({ body }) => body);

describe('a move to another plan version', () => {
  test('is made after a look at the plan and at each person, over 20 people with a second person', async () => {
    const asked = answerWith(answers([], { [`POST /cycles/${CYCLE}/plan-moves/preview`]: found, [`POST /processes/cycle/${CYCLE}/movePlan`]: { status: 'applied', outcome: 'awaitingSecondPerson', details: {} } }));
    await renderPage(<MovePlan cycle={cycle} />);
    fireEvent.mouseDown(await screen.findByLabelText('方案版本'));
    fireEvent.click(await screen.findByTitle('第 2 版'));
    fireEvent.click(screen.getByText('预览影响'));
    expect(await screen.findByText('21 人将变更，1 人不变')).toBeTruthy();
    expect(screen.getByText('指标表与权重 (1)')).toBeTruthy();
    expect(screen.getByText(/“阅读量”权重 20 ?% → 21 ?%/)).toBeTruthy();
    expect(screen.getByText(/已进入校准或之后的环节/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('原因（相关人员可见）'), { target: { value: '权重有误' } });
    fireEvent.click(screen.getByText('提请第二人确认'));
    expect(await screen.findByText('涉及 20 人以上，等待另一位人力资源确认')).toBeTruthy();
    const wish = { planVersionId: VERSION, choice: 'nextStep', target: { kind: 'all' } };
    expect(sent(asked)).toEqual([wish, { ...wish, reason: '权重有误' }]);
  });

  test('is taken back while somebody waits for the next step, and not after that', async () => {
    const asked = answerWith(answers([made], { [`GET /cycles/${CYCLE}/plan-moves/${MOVE}`]: { items: [], total: 0 }, [`POST /processes/cycle/${CYCLE}/revertPlanMove`]: { status: 'applied', outcome: 'planMoveReverted', details: {} } }));
    await renderPage(<MovePlan cycle={cycle} />);
    fireEvent.click(await screen.findByText(/陈晨.*权重有误/));
    fireEvent.click(await screen.findByText('撤销变更'));
    fireEvent.change(await screen.findByLabelText('原因'), { target: { value: '先不变' } });
    fireEvent.click(screen.getByText('确认'));
    await waitFor(() => expect(sent(asked)).toEqual([{ moveId: MOVE, reason: '先不变' }]));
    cleanup();
    answerWith(answers([{ ...made, counts: { ...made.counts, waiting: 0 } }], { [`GET /cycles/${CYCLE}/plan-moves/${MOVE}`]: { items: [{ reviewId: CYCLE, person, step: 'period', state: 'applied', why: null, at: null }], total: 1 } }));
    await renderPage(<MovePlan cycle={cycle} />);
    fireEvent.click(await screen.findByText(/陈晨.*权重有误/));
    expect(await screen.findByText('考核期')).toBeTruthy();
    expect(screen.queryByText('撤销变更')).toBeNull();
  });
});
