import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { InboxItem } from '@fairmark/contracts/inbox';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { answerWith, onScreen, renderPage } from '../testing/renderPage.js';
import { InboxPage } from './InboxPage.js';

jest.setTimeout(30_000);
beforeEach(() => onScreen(1_280));
afterEach(cleanup);

const id = (no: number): string => `0000000${no}-0000-4000-8000-000000000000`;
const item = (no: number, step: string, changes: Partial<InboxItem> = {}): InboxItem => ({
  id: `t${no}`, visitId: id(no), kind: 'review', processId: id(9), step, subject: { id: id(no), name: `员工${no}`, nameEn: null }, cycle: null, since: '2026-10-09T01:00:00Z', dueAt: null, zone: null, provisional: false, atDeadline: 'remind',
  waitingFor: [], link: `/visits/${id(no)}`, why: 'lineManager', onBehalfOf: null, standIns: [], decidedBy: null, decision: null, decidedAt: null, ...changes,
});
const counts = { waiting: 4, started: 0, done: 0, copied: 0 };

test('several matters are decided at once, each with its result; what must be looked at says so', async () => {
  const asked = answerWith({
    'GET /inbox': { items: [item(1, 'goalApproval'), item(2, 'goalApproval'), item(3, 'approval', { onBehalfOf: { id: id(8), name: '李娜', nameEn: null } }), item(4, 'selfReview')], counts },
    'POST /visits/decisions': { results: [{ visitId: id(1), status: 'applied', outcome: 'approved', code: null }, { visitId: id(2), status: 'skipped', outcome: null, code: 'APPROVAL_STORE.LOOK_FIRST' }, { visitId: id(3), status: 'refused', outcome: null, code: 'DELEGATION.ENDED' }] },
  });
  await renderPage(<InboxPage />);
  expect(await screen.findByText('代 李娜')).toBeTruthy();
  fireEvent.click(screen.getByText('批量处理'));
  // A self-review has a form of its own: it cannot be chosen.
  expect((screen.getByLabelText('选择 员工4') as HTMLInputElement).disabled).toBe(true);
  fireEvent.click(screen.getByText('全选'));
  fireEvent.click(await screen.findByText('同意（3）'));
  expect(await screen.findByText('处理结果')).toBeTruthy();
  expect(asked.find((one) => one.path === '/visits/decisions')?.body).toEqual({ action: 'approve', visitIds: [id(1), id(2), id(3)], body: {} });
  for (const word of ['已处理', '已跳过', '未成功']) expect(screen.getAllByText(word, { exact: false }).length).toBeGreaterThan(0);
  expect(screen.getByText(/该事项需要单独查看后再决定/)).toBeTruthy();
  expect(screen.getByText(/委托已结束/)).toBeTruthy();
});

test('a rejection of several needs a reason', async () => {
  const asked = answerWith({ 'GET /inbox': { items: [item(1, 'approval'), item(2, 'approval')], counts }, 'POST /visits/decisions': { results: [] } });
  await renderPage(<InboxPage />);
  fireEvent.click(await screen.findByText('批量处理'));
  fireEvent.click(screen.getByLabelText('选择 员工2'));
  fireEvent.click(await screen.findByText('拒绝（1）'));
  fireEvent.click(await screen.findByText('确认'));
  expect(await screen.findByText('必填')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('原因'), { target: { value: '材料不全' } });
  fireEvent.click(screen.getByText('确认'));
  await waitFor(() => expect(asked.find((one) => one.path === '/visits/decisions')?.body).toEqual({ action: 'reject', visitIds: [id(2)], body: { comment: '材料不全' } }));
});
