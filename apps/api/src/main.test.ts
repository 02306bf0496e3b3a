import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { env } from 'node:process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@fairmark/persistence/testing';

/** The built program: a cycle of imports shows only when modules are loaded as they are shipped. */
const program = path.resolve(import.meta.dirname, '../dist/main.js');
let db: TestDatabase;
beforeAll(async () => {
  if (!existsSync(program)) throw new Error('Build first: npx tsc -b apps/api');
  db = await createTestDatabase(String(env['TEST_DATABASE_URL']));
});
afterAll(() => db.drop());

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function start(variables: Record<string, string>): { child: ChildProcess; ended: Promise<{ code: number | null; output: string }>; ready: Promise<void> } {
  const keys = JSON.stringify({ active: 'a', keys: { a: Buffer.alloc(32, 7).toString('base64') } });
  const settings = { PATH: String(env['PATH']), DATABASE_URL: db.url, SESSION_SECRET: 's'.repeat(40), CODEC_KEYS: keys, FAIRMARK_HOME: tmpdir(), LOG_LEVEL: 'warn', TEMPORAL_ADDRESS: '127.0.0.1:1', ...variables };
  const child = fork(program, { env: settings, silent: true, execArgv: [] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += String(text)));
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => child.once('exit', (code) => resolve({ code, output })));
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message: { ready?: boolean }) => message.ready && resolve());
    void ended.then(() => reject(new Error(output)));
  });
  ready.catch(() => undefined);
  return { child, ended, ready };
}

test.each([
  ['SIGTERM', (child: ChildProcess) => child.kill('SIGTERM')],
  ['its supervisor is gone', (child: ChildProcess) => child.disconnect()],
])('serves without Temporal, says when, and leaves in order: %s', async (_, leave) => {
  const port = await freePort();
  const { child, ended, ready } = start({ PORT: String(port) });
  await ready;
  expect((await fetch(`http://127.0.0.1:${port}/api/health/live`)).status).toBe(200);
  const readiness = await fetch(`http://127.0.0.1:${port}/api/health/ready`);
  expect([readiness.status, await readiness.json()]).toMatchObject([503, { checks: { database: 'up', temporal: 'down', worker: 'down', queues: 'up' } }]);
  leave(child);
  expect(await ended).toMatchObject({ code: 0 });
}, 60_000);

test('names every fault of the configuration and nothing else', async () => {
  const { ended } = start({ SESSION_SECRET: 'short', PORT: 'x' });
  const { code, output } = await ended;
  expect(code).toBe(1);
  expect(output.trim().split('\n')).toEqual(['The configuration has 2 faults:', expect.stringContaining('PORT'), expect.stringContaining('SESSION_SECRET')]);
}, 60_000);

test('refuses the role that could rewrite the audit record', async () => {
  const { ended } = start({ DATABASE_URL: db.ownerUrl, PORT: String(await freePort()) });
  expect(await ended).toMatchObject({ code: 1, output: expect.stringContaining('owns the audit record') });
}, 60_000);
