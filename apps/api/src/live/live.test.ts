import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { notify, tellChange } from '@fairmark/persistence/process';
import { SESSION_COOKIE, Sessions } from '../identity/sessions.js';
import { newReview, type ReviewRows } from '../inbox/testRows.js';
import { startTestApi, type TestApi, type TestEmployee } from '../testing/index.js';
import { concerned, LiveHub } from './hub.js';
import { LiveModule } from './live.module.js';
import { LiveService } from './live.service.js';

let api: TestApi;
let manager: TestEmployee;
let peer: TestEmployee;
let rows: ReviewRows;
let address: string;

beforeAll(async () => {
  api = await startTestApi({ features: [LiveModule] });
  const department = await api.newDepartment();
  manager = await api.newEmployee({ department });
  peer = await api.newEmployee({ department, roles: ['admin', 'sponsor'] });
  const employee = await api.newEmployee({ department, manager: manager.id });
  rows = await newReview(api.database, { hr: (await api.newEmployee()).id, employee: employee.id, department });
  await api.app.listen(0, '127.0.0.1');
  address = await api.app.getUrl();
});
afterAll(() => api.close());

/** What a page hears, as `kind:id`, until it is closed. */
async function open(person: TestEmployee) {
  const { secret } = await api.database.transaction((tx) => api.app.get(Sessions).start(tx, person.id));
  const closing = new AbortController();
  const answer = await fetch(`${address}/api/live`, { headers: { cookie: `${SESSION_COOKIE}=${secret}` }, signal: closing.signal });
  const heard: string[] = [];
  const { promise: opened, resolve: isOpen } = Promise.withResolvers<void>();
  const { promise: first, resolve: hears } = Promise.withResolvers<void>();
  const reading = (async () => {
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      isOpen();
      for (const [, json] of chunk.matchAll(/data: (\{.*\})/g)) {
        const { kind, id } = JSON.parse(String(json)) as { kind: string; id: string | null };
        heard.push(`${kind}:${id ?? ''}`);
        hears();
      }
    }
  })().catch(() => undefined);
  await opened;
  return { heard, first, ended: reading, close: () => (closing.abort(), reading) };
}

/** Whether the API's own connection has said LISTEN. */
async function isListening(): Promise<boolean> {
  const row = await api.database.read.one(sql`select 1 from pg_stat_activity where datname = current_database() and query = 'listen live' and state = 'idle'`);
  return row !== undefined;
}

test('a change reaches the pages of people whom it concerns, a notice its person', async () => {
  const [mine, others] = await Promise.all([open(manager), open(peer)]);
  while (!(await isListening())) continue;
  await tellChange(api.database.read, 'review', rows.reviewId);
  await notify(api.database.read, { employeeId: peer.id, kind: 'a.b', link: '/x' });
  await Promise.all([mine.first, others.first]);
  expect(mine.heard).toEqual([`review:${rows.reviewId}`]);
  expect(others.heard).toEqual(['notice:']);
  await Promise.all([mine.close(), others.close()]);
});

test('nobody listens without a session', async () => {
  expect((await fetch(`${address}/api/live`)).status).toBe(401);
});

test('many changes of one object are one event, and a failed check ends nothing', async () => {
  jest.useFakeTimers();
  const asked: string[] = [];
  const faults: unknown[] = [];
  const heard: string[] = [];
  const hub = new LiveHub(async (_, __, id) => (asked.push(id), id === 'bad' ? Promise.reject(new Error('away')) : id !== 'foreign'), (error) => faults.push(error));
  hub.add({ employeeId: 'e', send: ({ id }) => heard.push(String(id)), end: () => heard.push('end') });
  for (const id of ['a', 'a', 'bad', 'foreign', 'a']) hub.receive({ kind: 'review', id });
  await jest.advanceTimersByTimeAsync(300);
  hub.receive({ kind: 'review', id: 'b' });
  await jest.advanceTimersByTimeAsync(300);
  await hub.close();
  jest.useRealTimers();
  expect({ asked: asked.sort(), heard: heard.sort(), faults: faults.length }).toEqual({ asked: ['a', 'b', 'bad', 'foreign'], heard: ['a', 'b', 'end'], faults: 1 });
  expect([concerned(new Set(['stranger'])), concerned(new Set(['admin', 'lead', 'sponsor'])), concerned(new Set(['admin', 'hr']))]).toEqual([false, false, true]);
});

test('a server that stops lets open pages go', async () => {
  const page = await open(manager);
  await api.app.get(LiveService).beforeApplicationShutdown();
  await page.ended;
});
