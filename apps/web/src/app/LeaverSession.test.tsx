import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import { answerWith, onScreen, type Asked } from '../testing/renderPage.js';
import { startI18n } from '../i18n/index.js';
import { App } from './App.js';

jest.setTimeout(60_000);
const REVIEW = '66666666-6666-4666-8666-666666666666';
const VISIT = '77777777-7777-4777-8777-777777777777';
const person = { id: '11111111-1111-4111-8111-111111111111', name: '陈晨', nameEn: null };
const named = { id: '22222222-2222-4222-8222-222222222222', name: '2026 年度', nameEn: null };
const session = { person, email: 'chen@x.example', locale: 'zh-CN', zone: 'Asia/Shanghai', roles: [{ role: 'hr', departmentId: null, departmentName: null }], relations: {}, csrfToken: 'c', reviewId: REVIEW };
const review = {
  id: REVIEW, cycle: named, employee: person, manager: null, department: named, periodStart: '2026-01-01', periodEnd: '2026-12-31', step: 'result', state: 'open', shadow: false, relation: 'self',
  sections: ['header', 'timeline', 'goals', 'scores', 'result', 'selfReview', 'buffer'], timeline: [], myTasks: [{ visitId: VISIT, step: 'acknowledgement', node: null, dueAt: null, actions: ['appeal'], onBehalfOf: null }], appealId: null, bufferId: null, selfReview: null,
};
const result = { final: { band: 'B', totalCenti: 8850, source: 'computed', reasonForEmployee: null }, ratings: [], changedByCalibration: false, acceptance: { status: 'open', nextActs: ['appeal'], endsAt: null, earliestEndAt: null, willBeRecordedAs: null, recordedAs: null }, interview: null, reward: null };
const appealable = { reviewId: REVIEW, visitId: VISIT, refusal: null, endsAt: null, items: [] };
const streams: string[] = [];

async function open(path: string): Promise<Asked[]> {
  window.history.replaceState(null, '', path);
  const asked = answerWith({ 'GET /session': session, [`GET /reviews/${REVIEW}`]: review, [`GET /reviews/${REVIEW}/result`]: result, [`GET /reviews/${REVIEW}/appealable`]: appealable, [`GET /reviews/${REVIEW}/papers`]: { papers: [] } });
  await act(async () => {
    render(<App />);
    await Promise.resolve();
  });
  return asked;
}

beforeEach(() => {
  onScreen(390);
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  globalThis.scrollTo = (() => undefined) as typeof scrollTo;
  globalThis.EventSource = class { constructor(url: string) { streams.push(url); } addEventListener(): void {} close(): void {} } as unknown as typeof EventSource;
  streams.length = 0;
  startI18n('zh-CN');
});
afterEach(cleanup);

/** The only addresses that such a session may ask for here. */
const allowed = ['/session', `/reviews/${REVIEW}`, `/reviews/${REVIEW}/result`, `/reviews/${REVIEW}/appealable`, `/reviews/${REVIEW}/papers`];
const refused = (asked: Asked[]): string[] => asked.map(({ path }) => path).filter((path) => !allowed.includes(path));

describe('a session of somebody who left', () => {
  test.each([`/reviews/${REVIEW}`, '/', '/calendar', '/account', '/inbox', '/my-review', `/visits/${VISIT}`, '/reviews/88888888-8888-4888-8888-888888888888'])('shows the own result at %s and asks for nothing else', async (path) => {
    const asked = await open(path);
    await screen.findByText('B', {}, { timeout: 30_000 });
    expect(window.location.pathname).toBe(`/reviews/${REVIEW}`);
    expect(refused(asked)).toEqual([]);
    expect(streams).toEqual([]);
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  test('files the appeal without drafts, which it may not keep', async () => {
    const asked = await open(`/reviews/${REVIEW}/appeal`);
    await screen.findByText('再添加一项', {}, { timeout: 20_000 });
    expect(refused(asked)).toEqual([]);
    expect(streams).toEqual([]);
  });
});
