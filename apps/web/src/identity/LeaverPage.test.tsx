import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { answerWith, onScreen, renderPage, type Answers, type Asked } from '../testing/renderPage.js';
import { LeaverPage } from './LeaverPage.js';

jest.setTimeout(60_000);
const TOKEN = 't'.repeat(43);
const REVIEW = '66666666-6666-4666-8666-666666666666';
const link = { purpose: 'leaver', name: '陈晨', nameEn: null, email: null, expiresAt: '2026-12-20T01:00:00Z' };
const session = { person: { id: '1', name: '陈晨', nameEn: null }, zone: 'Asia/Shanghai', reviewId: REVIEW, roles: [] };
const invalid = { code: 'IDENTITY.LINK_INVALID', status: 404 };
const steps = (asked: Asked[]): string[] => asked.map(({ method, path }) => `${method} ${path}`);

async function visit(answers: Answers, token = TOKEN): Promise<Asked[]> {
  window.location.hash = token;
  const asked = answerWith({ 'POST /links/renew': {}, ...answers });
  await renderPage(<LeaverPage />);
  return asked;
}

beforeEach(() => onScreen(390));
afterEach(cleanup);

describe('the link of somebody who left', () => {
  test('is used up by the button, not by looking at the page', async () => {
    const asked = await visit({ 'POST /links/inspect': link, 'POST /links/open': session });
    const button = await screen.findByText('打开我的考核');
    expect(steps(asked)).toEqual(['POST /links/inspect']);
    fireEvent.click(button);
    await waitFor(() => expect(asked.at(-1)).toEqual({ method: 'POST', path: '/links/open', body: { token: TOKEN } }));
    expect(asked.some(({ path }) => path.includes(TOKEN))).toBe(false);
  });

  test.each([['used', invalid], ['of another kind', { ...link, purpose: 'reset' }]])('that is %s says so and offers another one', async (_, answer) => {
    const asked = await visit({ 'POST /links/inspect': answer });
    await screen.findByText('链接已使用、已过期或不完整');
    expect(screen.queryByText('打开我的考核')).toBeNull();
    fireEvent.click(screen.getByText('发送新链接'));
    await screen.findByText('如果仍有待您处理的事项，新链接已发送');
    expect(asked.at(-1)).toEqual({ method: 'POST', path: '/links/renew', body: { token: TOKEN } });
  });

  test('that was used meanwhile offers another one too', async () => {
    await visit({ 'POST /links/inspect': link, 'POST /links/open': invalid });
    fireEvent.click(await screen.findByText('打开我的考核'));
    await screen.findByText('发送新链接');
  });

  test('says when too many were asked for', async () => {
    await visit({ 'POST /links/inspect': invalid, 'POST /links/renew': { code: 'IDENTITY.TOO_MANY_ATTEMPTS', status: 429, details: { retryAfterSeconds: 60 } } });
    fireEvent.click(await screen.findByText('发送新链接'));
    await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(2));
    expect(screen.getByText('发送新链接')).toBeTruthy();
  });

  test('without its token cannot be renewed', async () => {
    await visit({ 'POST /links/inspect': { code: 'REQUEST.INVALID', status: 400 } }, '');
    await screen.findByText('链接已使用、已过期或不完整');
    expect(screen.queryByText('发送新链接')).toBeNull();
  });
});
