import { expect, test } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import { answerWith, renderPage } from '../testing/renderPage.js';
import { ExportsPage } from './ExportsPage.js';

const one = (id: string, state: string, more: object = {}) => ({ id, kind: 'personal', cycle: null, state, requestedAt: '2026-11-20T08:00:00Z', readyAt: null, expiresAt: null, bytes: null, ...more });

test('a file that is ready is offered, one that is gone is not, and another one may be asked for', async () => {
  const exports = [one('1', 'ready', { kind: 'payroll', cycle: { id: 'c', name: '三季度' }, expiresAt: '2026-11-23T08:00:00Z', bytes: 2_000 }), one('2', 'expired')];
  const asked = answerWith({ 'GET /exports': { exports }, 'POST /exports/personal': one('3', 'waiting') });
  await renderPage(<ExportsPage />);
  await screen.findByText('薪酬明细 · 三季度');
  expect(screen.getAllByText('下载').map((text) => text.closest('a')?.getAttribute('href'))).toEqual(['/api/exports/1/file']);
  await act(async () => screen.getByText('导出我的数据').click());
  expect(asked.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual(['/exports/personal']);
});
