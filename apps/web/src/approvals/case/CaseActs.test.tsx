import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { answerWith, onScreen, renderPage } from '../../testing/renderPage.js';
import { CaseActs } from './CaseActs.js';
import { CaseFacts } from './CaseFacts.js';
import { CaseTimeline } from './CaseTimeline.js';
import { caseView, people, VISIT } from './testing.js';

jest.setTimeout(30_000);
beforeEach(() => onScreen(1_280));
afterEach(cleanup);

const buttons = (): string[] => within(screen.getByRole('group', { name: '可进行的操作' })).getAllByRole('button').map((one) => one.textContent ?? '');

describe('the operators of a case', () => {
  test('are those that are offered, and one press approves', async () => {
    const asked = answerWith({ [`POST /visits/${VISIT}/approve`]: { status: 'applied', outcome: 'approved', details: {} } });
    await renderPage(<CaseActs view={caseView()} />);
    expect(buttons().slice(0, 4)).toEqual(['同意', '拒绝', '退回', '转办']);
    expect(screen.queryByText('催办')).toBeNull();
    fireEvent.click(screen.getByText('同意'));
    await waitFor(() => expect(asked.filter((one) => one.method === 'POST')).toEqual([{ method: 'POST', path: `/visits/${VISIT}/approve`, body: {} }]));
  });

  test('a return asks for its target and needs a comment', async () => {
    const asked = answerWith({ [`POST /visits/${VISIT}/return`]: { status: 'applied', outcome: 'returned', details: {} } });
    await renderPage(<CaseActs view={caseView()} />);
    fireEvent.click(screen.getByText('退回'));
    fireEvent.click(await screen.findByLabelText('部门负责人审批'));
    fireEvent.click(screen.getByLabelText('直达我处'));
    fireEvent.click(screen.getByText('确认'));
    expect(await screen.findByText('必填')).toBeTruthy();
    expect(asked.filter((one) => one.method === 'POST')).toEqual([]);
    fireEvent.change(screen.getByLabelText('意见'), { target: { value: '请补充说明' } });
    fireEvent.click(screen.getByText('确认'));
    await waitFor(() => expect(asked.find((one) => one.method === 'POST')?.body).toEqual({ to: { nodeId: 'head' }, then: 'straightBack', comment: '请补充说明' }));
  });

  test('say who was faster', async () => {
    answerWith({ [`POST /visits/${VISIT}/approve`]: { status: 409, code: 'VISIT.ALREADY_DECIDED', details: { decidedBy: people.colleague, decidedAt: '2026-10-09T03:00:00Z', outcome: 'rejected' } } });
    await renderPage(<CaseActs view={caseView()} />);
    fireEvent.click(screen.getByText('同意'));
    expect((await screen.findByRole('alert')).textContent).toContain('赵敏');
  });

  test('on a phone two of them and the rest under "more"', async () => {
    onScreen(390);
    answerWith({});
    await renderPage(<CaseActs view={caseView()} />);
    expect(buttons()).toEqual(['同意', '拒绝', '更多']);
    fireEvent.click(screen.getByText('更多'));
    expect((await screen.findAllByRole('menuitem')).map((one) => one.textContent)).toEqual(['退回', '转办', '前加签', '后加签', '委派', '评论', '同意并写意见']);
  });

  test('nobody sees a bar without an offer', async () => {
    answerWith({});
    await renderPage(<CaseActs view={caseView({ offers: [], acts: [] })} />);
    expect(screen.queryByRole('group', { name: '可进行的操作' })).toBeNull();
  });
});

test('what is asked for is said, with the reason and what happens at the deadline', async () => {
  answerWith({ 'GET /org/departments': { departments: [] } });
  await renderPage(<CaseFacts view={caseView()} />);
  expect(screen.getByText('系统停机两天')).toBeTruthy();
  expect(screen.getByText('15 个工作日')).toBeTruthy();
  expect(screen.getByText(/到期后：转交上一级/)).toBeTruthy();
});

test('the record names who acted for whom', async () => {
  answerWith({});
  await renderPage(<CaseTimeline view={caseView()} />);
  expect(screen.getByText('赵敏 代 李娜 同意')).toBeTruthy();
  expect(screen.getByText('需要更多时间')).toBeTruthy();
});
