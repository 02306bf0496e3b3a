import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Agent, startTestApi, type TestApi } from '../testing/index.js';

const webDir = mkdtempSync(path.join(tmpdir(), 'fairmark-web-'));
let api: TestApi;
let admin: Agent;
let hr: Agent;
beforeAll(async () => {
  mkdirSync(path.join(webDir, 'assets'));
  writeFileSync(path.join(webDir, 'index.html'), '<!doctype html><title>the app</title>');
  writeFileSync(path.join(webDir, 'assets/main-abc.js'), 'export {};');
  writeFileSync(path.join(webDir, '.env'), 'SECRET=1');
  api = await startTestApi({ queueBoard: true, variables: { WEB_DIR: webDir } });
  admin = await api.signInAs(await api.newEmployee({ roles: ['admin'] }));
  hr = await api.signInAs(await api.newEmployee({ roles: ['hr', 'lead', 'sponsor'] }));
});
afterAll(async () => {
  await api.close();
  rmSync(webDir, { recursive: true });
});

const html = { accept: 'text/html' };
const BOARD = '/admin/queues';

describe('queue board', () => {
  test('is for administrators', async () => {
    for (const url of [BOARD, `${BOARD}/`, `${BOARD}/api/queues`, `${BOARD}/static/js/main.js`, `${BOARD}/queue/mail`]) {
      expect([url, (await api.anonymous().get(url)).status]).toEqual([url, 401]);
      expect([url, (await hr.get(url)).status]).toEqual([url, 403]);
    }
    expect((await admin.get(BOARD)).text).toContain('Fairmark');
    expect((await admin.get(`${BOARD}/api/queues`)).body).toMatchObject({ queues: [{ name: 'mail' }, { name: 'webhook' }, { name: 'export' }] });
  });

  test('sends a browser without a session to sign in', async () => {
    expect(await api.anonymous().get(BOARD, html)).toMatchObject({ status: 303, headers: { location: '/sign-in?next=%2Fadmin%2Fqueues' } });
  });

  test.each([
    ['HEAD', BOARD], ['OPTIONS', BOARD], ['HEAD', `${BOARD}/api/queues`], ['GET', `${BOARD}/`], ['GET', `${BOARD}/api/queues/`], ['GET', `/${BOARD}`], ['GET', `${BOARD}//api/queues`], ['GET', '/admin//queues'], ['GET', '/%2e/admin/queues'],
    ['GET', '/x/%2e%2e/admin/queues'], ['GET', '/x/../admin/queues'], ['GET', '/admin/%71ueues'], ['GET', '/admin%2fqueues'], ['GET', '/ADMIN/queues'], ['GET', '/Admin/Queues/api/queues'], ['GET', `${BOARD};x`], ['GET', `${BOARD}?x=/api/health/live`],
    ['GET', `${BOARD}/static/%2e%2e/%2e%2e/index.ejs`], ['GET', `/assets/../admin/queues/api/queues`], ['GET', `/api/health/live/../../admin/queues`],
  ] as const)('shows nothing to others: %s %s', async (method, url) => {
    for (const agent of [api.anonymous(), hr]) {
      for (const headers of [{}, html] as Record<string, string>[]) {
        const answer = await agent.send(method, url, undefined, headers);
        expect(answer.text).not.toMatch(/bull|__UI_CONFIG__|"queues"/i);
        expect([303, 401, 403, 404]).toContain(answer.status);
      }
    }
  });

  test('changes nothing without the token of the session, as header of its own client or of ours', async () => {
    const pause = `${BOARD}/api/queues/mail/pause`;
    expect(await admin.send('PUT', pause, undefined, { 'x-csrf-token': '' })).toMatchObject({ status: 403, body: { code: 'CSRF.TOKEN_INVALID' } });
    expect(await admin.send('PUT', pause, undefined, { origin: 'https://evil.test' })).toMatchObject({ status: 403, body: { code: 'CSRF.FOREIGN_ORIGIN' } });
    expect(await hr.send('PUT', pause, undefined)).toMatchObject({ status: 403, body: { code: 'ACCESS.DENIED' } });
    expect((await admin.send('PUT', pause, undefined)).status).toBe(200);
    expect((await admin.send('PUT', `${BOARD}/api/queues/mail/resume`, undefined)).status).toBe(200);
  });
});

describe('web app', () => {
  test('its files and its pages need no session', async () => {
    const anonymous = api.anonymous();
    expect(await anonymous.get('/assets/main-abc.js')).toMatchObject({ status: 200, headers: { 'cache-control': 'public, max-age=31536000, immutable' } });
    for (const url of ['/', '/sign-in', '/reviews/1?tab=goals', '/index.html']) expect(await anonymous.get(url, html)).toMatchObject({ status: 200, headers: { 'cache-control': 'no-cache' } });
    expect((await anonymous.send('HEAD', '/inbox', undefined, html)).status).toBe(200);
  });

  test.each(['/api', '/api/nothing', '/API/session', '/admin', '/%61pi/x', '//api/session', '/assets/nothing.js', '/assets/../.env', '/.env'])('does not answer for %s', async (url) => {
    const answer = await api.anonymous().get(url, html);
    expect(answer).toMatchObject({ status: 404, body: { code: 'ROUTE.NOT_FOUND' } });
    expect(answer.text).not.toMatch(/SECRET|the app/);
  });

  test('every answer carries the headers that protect it', async () => {
    for (const url of ['/', '/api/nothing', '/api/health/live', BOARD]) {
      const { headers } = await api.anonymous().get(url, html);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'content-security-policy': expect.stringContaining("script-src 'self';"), 'x-request-id': expect.any(String) });
    }
    expect((await hr.get('/api/session')).headers['cache-control']).toBe('no-store');
  });
});
