import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { answerWith, onScreen, renderPage } from '../testing/renderPage.js';
import { IssuesPage } from './IssuesPage.js';

jest.setTimeout(60_000);
beforeEach(() => onScreen(390));
afterEach(cleanup);

const rolloutId = '00000001-0000-4000-8000-000000000000';
const own = { id: '00000002-0000-4000-8000-000000000000', rollout: '华东推广', rolloutEn: null, page: '/my-review', report: '口径不清', reportedOn: '2026-11-20', state: 'answered', answer: '已补充说明', answeredAt: '2026-11-23T02:00:00.000Z' };
const answers = { 'GET /issues/rollouts': { rollouts: [{ id: rolloutId, name: '华东推广', nameEn: null }] }, 'GET /issues': { issues: [own] } };

test('an anonymous report is sent and its code is shown', async () => {
  const asked = answerWith({ ...answers, 'POST /issues': { code: 'abcdefgh12345678' } });
  await renderPage(<IssuesPage />);
  fireEvent.mouseDown(await screen.findByLabelText('所属推广项目'));
  fireEvent.click(await screen.findByTitle('华东推广'));
  fireEvent.change(screen.getByLabelText('问题描述'), { target: { value: '转化率口径不清' } });
  fireEvent.click(screen.getByLabelText('匿名提交'));
  fireEvent.click(screen.getByRole('button', { name: /提\s*交/ }));
  expect(await screen.findByText('abcdefgh12345678')).toBeTruthy();
  await waitFor(() => expect(asked.filter((one) => one.method === 'POST').map((one) => one.body)).toEqual([{ rolloutId, report: '转化率口径不清', anonymous: true, page: '' }]));
});

test('own reports show their answer', async () => {
  onScreen(1_280);
  answerWith(answers);
  await renderPage(<IssuesPage />);
  fireEvent.click(await screen.findByText('我的反馈'));
  expect(await screen.findByText(/已补充说明/)).toBeTruthy();
  expect(screen.getByText('已答复，待例会关闭')).toBeTruthy();
});
