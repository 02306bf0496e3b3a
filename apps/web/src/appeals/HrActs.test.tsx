import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { AppealView } from '@fairmark/contracts/appeals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { answerWith, onScreen, renderPage } from '../testing/renderPage.js';
import { HrActs } from './HrActs.js';
import { HrButtons } from './HrButtons.js';

jest.setTimeout(60_000);
beforeEach(() => onScreen(390));
afterEach(cleanup);

const APPEAL = '66666666-6666-4666-8666-666666666666';
const VISIT = '77777777-7777-4777-8777-777777777777';
const member = { id: '11111111-1111-4111-8111-111111111111', name: '陈晨', nameEn: null };
const wait = { visitId: VISIT, step: 'vote', since: '2026-11-20T01:00:00Z', dueAt: '2026-11-27T16:00:00Z', dueZone: 'Asia/Shanghai', atDeadline: 'handToHr', people: [member], mine: false };
const appeal = (changes: Partial<AppealView> = {}) => ({ id: APPEAL, reader: 'hr', step: 'deliberation', waits: [wait], panel: { members: [member], alternates: [], replaced: [] }, ...changes }) as AppealView;
const applied = { status: 'applied', outcome: 'extended', details: {} };

describe('HR in an appeal', () => {
  test('gives time to what it waits for', async () => {
    const asked = answerWith({ [`POST /processes/appeal/${APPEAL}/extend`]: applied });
    await renderPage(<HrButtons appeal={appeal()} />);
    fireEvent.click(screen.getByText('调整期限'));
    fireEvent.change(await screen.findByLabelText('原因（相关人员可见）'), { target: { value: '材料未齐' } });
    fireEvent.click(screen.getByText('确认'));
    await waitFor(() => expect(asked.filter((one) => one.method === 'POST').map(({ body }) => body)).toEqual([{ visitId: VISIT, by: { n: 2, unit: 'workingDay' }, reason: '材料未齐' }]));
  });

  test('names the member whose seat an alternate takes, never the alternate', async () => {
    const asked = answerWith({ [`POST /processes/appeal/${APPEAL}/replaceMember`]: applied });
    await renderPage(<HrButtons appeal={appeal()} />);
    fireEvent.click(screen.getByText('更换评议成员'));
    fireEvent.mouseDown(await screen.findByLabelText('由候补替换的成员'));
    fireEvent.click(await screen.findByTitle('陈晨'));
    fireEvent.change(screen.getByLabelText('原因（相关人员可见）'), { target: { value: '回避' } });
    fireEvent.click(screen.getByText('确认'));
    await waitFor(() => expect(asked.filter((one) => one.method === 'POST').map(({ body }) => body)).toEqual([{ memberId: member.id, reason: '回避' }]));
  });

  test.each([['the employee', { reader: 'employee' }], ['a member', { reader: 'panel' }], ['a closed case', { step: 'closed' }]] as const)('offers nothing to %s', async (_, changes) => {
    await renderPage(<HrButtons appeal={appeal(changes)} />);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  test('is read with its reason by everybody concerned', async () => {
    await renderPage(<HrActs acts={[{ id: VISIT, act: 'extend', actor: member, confirmedBy: null, reason: '材料未齐', detail: { appealId: APPEAL }, at: '2026-11-25T02:00:00Z' }]} />);
    expect(screen.getByText('人力资源的处理')).toBeTruthy();
    expect(screen.getByText('材料未齐')).toBeTruthy();
  });
});
