import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { answerWith, onScreen, renderPage, type Asked } from '../testing/renderPage.js';
import { NewChangePage } from './NewChangePage.js';

jest.setTimeout(60_000);
beforeEach(() => onScreen(390));
afterEach(cleanup);

const id = (no: number): string => `${String(no).repeat(8)}-${String(no).repeat(4)}-4${String(no).repeat(3)}-8${String(no).repeat(3)}-${String(no).repeat(12)}`;
const person = (no: number, name: string) => ({ id: id(no), name, nameEn: null });
const leaver = person(1, '陈晨');
const successor = person(2, '王伟');
const task = { visitId: id(7), process: 'review', processId: id(8), step: 'scoring', subject: person(3, '李娜'), from: leaver, to: successor, why: 'successor', policy: 'followNew', outcome: 'moves' };
const preview = { people: 14, tasks: 37, processes: 12, lines: [task], reviews: [], policies: { review: 'followNew', appeal: 'followNew' }, delegations: 1, cyclesToJoin: [] };
const people = { 'GET /org/people?search=%E9%99%88': { people: [{ ...leaver, department: null }] }, 'GET /org/people?search=%E7%8E%8B': { people: [{ ...successor, department: null }] } };
const posts = (asked: readonly Asked[]) => asked.filter((one) => one.method === 'POST').map(({ path, body }) => ({ path, body }));

async function choose(label: string, typed: string, name: string): Promise<void> {
  const box = await screen.findByLabelText(label);
  fireEvent.mouseDown(box);
  fireEvent.change(box, { target: { value: typed } });
  fireEvent.click(await screen.findByTitle(name));
}

async function leaving(): Promise<void> {
  fireEvent.mouseDown(screen.getByLabelText('变化类型'));
  fireEvent.click(await screen.findByTitle('离职'));
  await screen.findByLabelText('接手人');
  await choose('员工', '陈', '陈晨');
  await choose('接手人', '王', '王伟');
  fireEvent.change(screen.getByLabelText('不再在岗的第一天'), { target: { value: '2026-12-01' } });
  fireEvent.change(screen.getByLabelText('原因（相关人员可见）'), { target: { value: ' 离职 ' } });
  fireEvent.click(screen.getByText('预览影响'));
}

describe('a change', () => {
  test('is shown before it is made, and made as it was shown', async () => {
    const asked = answerWith({ ...people, 'POST /changes/preview': preview, 'POST /changes': { id: id(9), state: 'scheduled' } });
    await renderPage(<NewChangePage />);
    await leaving();
    expect(await screen.findByText('涉及 14 人、37 项待办')).toBeTruthy();
    expect(screen.getByText('陈晨 → 王伟')).toBeTruthy();
    expect(screen.getByText('考核：随新负责人')).toBeTruthy();
    const body = { kind: 'left', employeeId: leaver.id, successorId: successor.id, effectiveOn: '2026-12-01', reason: '离职' };
    expect(posts(asked)).toEqual([{ path: '/changes/preview', body }]);
    fireEvent.click(screen.getByText('确认变化'));
    await waitFor(() => expect(posts(asked)).toEqual([{ path: '/changes/preview', body }, { path: '/changes', body }]));
  });

  test('is shown again after something was typed', async () => {
    answerWith({ ...people, 'POST /changes/preview': preview });
    await renderPage(<NewChangePage />);
    await leaving();
    await screen.findByText('确认变化');
    fireEvent.change(screen.getByLabelText('不再在岗的第一天'), { target: { value: '2026-12-02' } });
    await waitFor(() => expect(screen.queryByText('确认变化')).toBeNull());
  });
});
