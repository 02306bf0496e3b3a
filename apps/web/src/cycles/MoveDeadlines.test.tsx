import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { CycleView } from '@fairmark/contracts/cycles';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { answerWith, onScreen, renderPage } from '../testing/renderPage.js';
import { MoveDeadlines } from './MoveDeadlines.js';

jest.setTimeout(60_000);
beforeEach(() => onScreen(1_280));
afterEach(cleanup);

const CYCLE = '66666666-6666-4666-8666-666666666666';
const cycle = { id: CYCLE, departments: [] } as unknown as CycleView;
const person = { id: '11111111-1111-4111-8111-111111111111', name: '陈晨', nameEn: null };
const item = { visitId: '77777777-7777-4777-8777-777777777777', kind: 'review', processId: CYCLE, step: 'selfReview', subject: person, waitingFor: [person], state: 'moved', from: '2026-11-30T16:00:00Z', to: '2026-12-02T16:00:00Z', why: null };
const kept = { ...item, visitId: '88888888-8888-4888-8888-888888888888', state: 'skipped', from: null, to: null, why: 'noDeadline' };
const preview = (secondPersonNeeded: boolean) => ({ items: [item, kept], moving: 21, skipped: 1, people: 21, secondPersonNeeded });
const move = { id: '99999999-9999-4999-8999-999999999999', step: 'selfReview', target: { kind: 'all' }, by: { n: 2, unit: 'workingDay' }, to: null, reason: '系统迁移', actor: person, confirmedBy: { ...person, name: '王伟' }, at: '2026-11-25T02:00:00Z', pending: 0, moved: 1, skipped: 1 };
const moves = (made: readonly unknown[]) => ({ [`GET /cycles/${CYCLE}/deadline-moves`]: { moves: made } });

describe('deadlines of a cycle', () => {
  test('move after a look at each, and over 20 people with a second person', async () => {
    const asked = answerWith({ ...moves([]), [`POST /cycles/${CYCLE}/deadlines/preview`]: preview(true), [`POST /processes/cycle/${CYCLE}/extend`]: { status: 'applied', outcome: 'awaitingSecondPerson', details: {} } });
    await renderPage(<MoveDeadlines cycle={cycle} />);
    fireEvent.click(screen.getByText('预览影响'));
    expect(await screen.findByText('21 个期限将移动，涉及 21 人；1 个不变')).toBeTruthy();
    expect(screen.getByText('涉及 20 人以上，须另一位人力资源确认后才生效。')).toBeTruthy();
    expect(screen.getByText('不变：没有期限')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('原因（相关人员可见）'), { target: { value: '系统迁移' } });
    fireEvent.click(screen.getByText('提请第二人确认'));
    expect(await screen.findByText('涉及 20 人以上，等待另一位人力资源确认')).toBeTruthy();
    const wish = { target: { kind: 'all' }, by: { n: 2, unit: 'workingDay' } };
    expect(asked.filter((one) => one.method === 'POST').map(({ body }) => body)).toEqual([wish, { ...wish, reason: '系统迁移' }]);
  });

  test('move to a day instead of by a length', async () => {
    const asked = answerWith({ ...moves([]), [`POST /cycles/${CYCLE}/deadlines/preview`]: preview(false) });
    await renderPage(<MoveDeadlines cycle={cycle} />);
    fireEvent.click(screen.getByLabelText('改到某日'));
    fireEvent.change(await screen.findByLabelText('新的截止日'), { target: { value: '2026-12-18' } });
    fireEvent.click(screen.getByText('预览影响'));
    await waitFor(() => expect(asked.find((one) => one.method === 'POST')?.body).toEqual({ target: { kind: 'all' }, to: '2026-12-18' }));
    expect(await screen.findByText('确认调整')).toBeTruthy();
  });

  test('that moved stand with their reason and the result of each', async () => {
    answerWith({ ...moves([move]), [`GET /cycles/${CYCLE}/deadline-moves/${move.id}`]: { items: [kept, item], total: 2 } });
    await renderPage(<MoveDeadlines cycle={cycle} />);
    fireEvent.click(await screen.findByText(/王伟 确认.*系统迁移/));
    expect(await screen.findByText('不变：没有期限')).toBeTruthy();
    expect(screen.getAllByText('自评 · 陈晨')).toHaveLength(2);
  });
});
