import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { ReviewView } from '@fairmark/contracts/reviews';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { answerWith, onScreen, renderPage } from '../testing/renderPage.js';
import { SendLeaverLink } from './SendLeaverLink.js';

jest.setTimeout(60_000);
const review = { id: 'r1', employee: { id: 'e1', name: '陈晨', nameEn: null }, sections: ['header', 'result'] } as unknown as ReviewView;
const session = (role: string) => ({ person: { id: 'h1', name: '何敏', nameEn: null }, zone: 'Asia/Shanghai', reviewId: null, roles: [{ role }] });
beforeEach(() => onScreen(390));
afterEach(cleanup);

describe('HR and the link of somebody who left', () => {
  test('sends it, or is told why not', async () => {
    const refused = { code: 'IDENTITY.NO_PRIVATE_ADDRESS', status: 422 };
    const answers: unknown[] = [refused, {}];
    const asked = answerWith({ 'GET /session': session('hr'), 'GET /org/employees/e1': { leftOn: '2026-11-20' }, 'POST /reviews/r1/leaver-link': () => answers.shift() });
    await renderPage(<SendLeaverLink review={review} />);
    fireEvent.click(await screen.findByText('发送一次性链接'));
    fireEvent.click(await screen.findByText('发送'));
    await screen.findByText('没有可用的私人邮箱。请先在组织数据中补充。');
    fireEvent.click(screen.getByText('发送'));
    await screen.findByText('链接已发往私人邮箱。');
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(2);
  });

  test('is not offered for somebody who is here', async () => {
    const asked = answerWith({ 'GET /session': session('hr'), 'GET /org/employees/e1': { leftOn: null } });
    await renderPage(<SendLeaverLink review={review} />);
    await waitFor(() => expect(asked.map(({ path }) => path)).toContain('/org/employees/e1'));
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('asks nothing for a reader who is not HR', async () => {
    const asked = answerWith({ 'GET /session': session('lead') });
    await renderPage(<SendLeaverLink review={review} />);
    await waitFor(() => expect(asked.map(({ path }) => path)).toEqual(['/session']));
    expect(screen.queryByRole('button')).toBeNull();
  });
});
