import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import dayjs from 'dayjs';
import { answerWith, onScreen, renderPage } from '../testing/renderPage.js';
import { YearSection } from './YearSection.js';

jest.setTimeout(60_000);
beforeEach(() => onScreen(390));
afterEach(cleanup);

const year = dayjs().year();
const view = { country: 'CN', year, official: false, workingDays: 248, days: [{ day: `${year}-01-01`, working: false, kind: 'holiday', name: '元旦' }, { day: `${year}-03-03`, working: false, kind: 'company', name: '司庆' }] };
const deadline = { visitId: '77777777-7777-4777-8777-777777777777', kind: 'review', processId: '88888888-8888-4888-8888-888888888888', step: 'selfReview', subject: null, person: null, from: `${year}-03-09T16:00:00Z`, to: `${year}-03-10T16:00:00Z`, zone: 'Asia/Shanghai', provisional: false, earlier: false };
const years = { [`GET /calendar/years/CN/${year}`]: view, 'GET /org/departments': { departments: [] } };

test('a company day is made after a look at the deadlines that move, with a reason', async () => {
  const asked = answerWith({ ...years, 'POST /calendar/preview': { deadlines: [deadline], later: 1, earlier: 0, kept: 2, people: 1 }, 'POST /calendar/changes': { id: deadline.visitId } });
  await renderPage(<YearSection />);
  fireEvent.click(await screen.findByLabelText(`5 · ${year}-03-05：${[0, 6].includes(dayjs(`${year}-03-05`).day()) ? '周末' : '工作日'}`));
  fireEvent.click(screen.getByText('预览影响'));
  expect(await screen.findByText('1 个期限将移动，涉及 1 人')).toBeTruthy();
  expect(screen.getByText('1 个延后、2 个本会提前，保持不变')).toBeTruthy();
  expect((screen.getByText('确认变更').closest('button') as HTMLButtonElement).disabled).toBe(true);
  fireEvent.change(screen.getByLabelText('原因（期限移动的人会看到）'), { target: { value: '司庆' } });
  fireEvent.click(screen.getByText('确认变更'));
  const change = { kind: 'companyDay', country: 'CN', day: `${year}-03-05`, working: false, name: null };
  await waitFor(() => expect(asked.filter((one) => one.method === 'POST').map(({ body }) => body)).toEqual([{ change, alsoEarlier: false }, { change, alsoEarlier: false, reason: '司庆' }]));
});

test('a provisional year says so, and a company day can be taken back', async () => {
  const asked = answerWith({ ...years, 'POST /calendar/preview': { deadlines: [], later: 0, earlier: 0, kept: 0, people: 0 } });
  await renderPage(<YearSection />);
  expect(await screen.findByText(`暂定：${year} 年法定节假日尚未公布，以下为推算。`)).toBeTruthy();
  fireEvent.click(screen.getByText(`${year}-03-03 司庆`));
  fireEvent.click(screen.getByText('预览影响'));
  await waitFor(() => expect(asked.find((one) => one.method === 'POST')?.body).toEqual({ change: { kind: 'companyDayRemoved', country: 'CN', day: `${year}-03-03` }, alsoEarlier: false }));
});
