import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { HistoryEntry, HistoryVisit } from '@fairmark/contracts/history';
import { cleanup, screen } from '@testing-library/react';
import { answerWith, onScreen, renderPage } from '../testing/renderPage.js';
import { HistoryEntries } from './HistoryEntries.js';
import { HistoryVisits } from './HistoryVisits.js';

jest.setTimeout(60_000);
beforeEach(() => {
  onScreen(390);
  answerWith({});
});
afterEach(cleanup);

const person = (no: number, name: string) => ({ id: `${String(no).repeat(8)}-${String(no).repeat(4)}-4${String(no).repeat(3)}-8${String(no).repeat(3)}-${String(no).repeat(12)}`, name, nameEn: null });
const [employee, manager, delegate] = [person(1, '陈晨'), person(2, '王伟'), person(3, '李娜')];
const visit: HistoryVisit = {
  id: person(4, '').id, step: 'goalApproval', no: 2, node: null, since: '2026-07-06T02:00:00Z', dueAt: '2026-07-13T16:00:00Z', zone: 'Asia/Shanghai',
  people: [{ person: manager, why: 'lineManager', since: '2026-07-06T02:00:00Z', state: 'open', by: null, readAt: null }],
  cause: { kind: 'decision', name: 'submit', at: '2026-07-06T02:00:00Z', by: delegate, onBehalfOf: employee, from: { visitId: person(5, '').id, step: 'goalProposal', no: 1, outcome: 'submitted' }, rule: { atDeadline: 'escalate', length: { n: 5, unit: 'workingDay' }, definition: null } },
};
const entry = (changes: Partial<HistoryEntry>): HistoryEntry => ({ at: '2026-07-06T02:00:00Z', what: 'recorded', name: null, visitId: null, step: null, by: null, onBehalfOf: null, byTimeout: false, people: [], outcome: null, from: null, to: null, reason: null, ...changes });

test('a visit says who had it and why, what led to it and which rule', async () => {
  await renderPage(<HistoryVisits visits={[visit]} />);
  expect(screen.getByText('目标审批 (2)')).toBeTruthy();
  expect(screen.getByText(/王伟（直属上级）/)).toBeTruthy();
  expect(screen.getByText(/李娜 代 陈晨 于 .* 处理“填写目标”：已提交/)).toBeTruthy();
  expect(screen.getByText('规则：到期后：转交上一级 · 时长 5 个工作日')).toBeTruthy();
});

test('what had happened is said in words, newest first', async () => {
  await renderPage(<HistoryEntries entries={[
    entry({ what: 'opened', step: 'goalProposal', people: [employee] }), entry({ name: 'goals.submitted', by: employee }), entry({ what: 'closed', step: 'goalApproval', byTimeout: true, outcome: 'missing' }),
    entry({ what: 'deadline', name: 'hr', step: 'scoring', from: '2026-07-13T16:00:00Z', to: '2026-07-15T16:00:00Z', by: manager, reason: '系统迁移' }), entry({ what: 'read', name: 'result', by: employee }),
  ]} />);
  const lines = [...document.querySelectorAll('.ant-timeline-item')].map((one) => one.textContent ?? '');
  expect(lines.map((line) => line.replace(/\d{4}-.*$/, ''))).toEqual(['陈晨 查看了结果', '上级评分：期限 ', '目标审批：未处理（到期自动处理）', '提交目标（陈晨）', '填写目标：等待 陈晨']);
  expect(lines[1]).toContain('系统迁移');
});

test('an act in an approval is told once', async () => {
  await renderPage(<HistoryEntries entries={[entry({ what: 'approval', name: 'approve', by: manager }), entry({ name: 'approval.approve', by: manager }), entry({ name: 'approval.nudged', by: employee, at: '2026-07-07T02:00:00Z' })]} />);
  expect([...document.querySelectorAll('.ant-timeline-item')].map((one) => (one.textContent ?? '').replace(/\d{4}-.*$/, ''))).toEqual(['审批：催办（陈晨）', '王伟 同意']);
});
