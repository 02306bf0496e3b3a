import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { VisitView } from '@fairmark/contracts/inbox';
import { cleanup, screen } from '@testing-library/react';
import { answerWith, onScreen, renderPage } from '../testing/renderPage.js';
import { DeadlineHistory } from './DeadlineHistory.js';

jest.setTimeout(60_000);
beforeEach(() => {
  onScreen(390);
  answerWith({});
});
afterEach(cleanup);

const person = (no: number, name: string) => ({ id: `${String(no).repeat(8)}-${String(no).repeat(4)}-4${String(no).repeat(3)}-8${String(no).repeat(3)}-${String(no).repeat(12)}`, name, nameEn: null });
const move = { id: person(1, '').id, at: '2026-11-25T02:00:00Z', cause: 'hr', from: '2026-11-27T16:00:00Z', to: '2026-12-01T16:00:00Z', by: person(2, '高萍'), confirmedBy: person(3, '王伟'), reason: '系统迁移', givenBackSeconds: null, gaps: [] };
const down = { ...move, id: person(4, '').id, cause: 'downtime', by: null, confirmedBy: null, reason: null, givenBackSeconds: 7_200, gaps: [{ from: '2026-11-26T00:00:00Z', to: '2026-11-26T02:00:00Z', component: 'api' }] };
const visit = (deadlineChanges: readonly unknown[]) => ({ zone: 'Asia/Shanghai', deadlineChanges }) as unknown as VisitView;

test('says by whom and why a deadline moved, and in which stretches nobody could act', async () => {
  await renderPage(<DeadlineHistory visit={visit([move, down])} />);
  expect(screen.getAllByText(/2026-11-27 24:00 → 2026-12-01 24:00/)).toHaveLength(2);
  for (const words of [/人力资源调整/, /高萍、王伟 确认/, /系统迁移/, /停机补时/, /补回 120 分钟/]) expect(screen.getAllByText(words).length).toBeGreaterThan(0);
  expect(screen.getByText(/服务不可用：/)).toBeTruthy();
});

test('says nothing of a deadline that never moved', async () => {
  await renderPage(<DeadlineHistory visit={visit([])} />);
  expect(screen.queryByText('期限变动记录')).toBeNull();
});
