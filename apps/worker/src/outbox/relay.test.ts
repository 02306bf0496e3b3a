import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { enqueue } from '@fairmark/persistence/process';
import { createTestDatabase, type TestDatabase } from '@fairmark/persistence/testing';
import { createLogger } from '@fairmark/runtime/logging';
import { relayPage, startRelay } from './relay.js';
import type { OutboxRow, Relayed } from './row.js';

const logger = createLogger('test', 'silent');
let db: TestDatabase;
let taken: string[] = [];
let answer: (row: OutboxRow) => Promise<Relayed>;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  taken = [];
  answer = async () => 'done';
  await db.database.read.run(sql`delete from outbox`);
});

const take = async (row: OutboxRow): Promise<Relayed> => (taken.push(String(row.body['n'])), answer(row));
const channels = { start: take, signal: take, mail: take, webhook: take, export: take };
const add = (n: number, notBefore: string | null = null) => db.database.transaction((tx) => enqueue(tx, 'mail', { n }, notBefore));
const waiting = () => db.database.read.all(sql<{ n: string; attempts: number }>`select body->>'n' as n, attempts from outbox where relayed_at is null order by id`);

test('two relays at once hand every row over once, in pages', async () => {
  for (let n = 0; n < 220; n += 1) await add(n);
  answer = async () => (await sleep(2), 'done');
  const sizes = await Promise.all([1, 2].map(() => relayPage(db.database, channels, logger)));
  expect(sizes).toEqual([100, 100]);
  expect(await relayPage(db.database, channels, logger)).toBe(20);
  expect(new Set(taken).size).toBe(220);
  expect(taken).toHaveLength(220);
});

test('what fails or is not ready waits a while, everything else goes on', async () => {
  for (const n of [1, 2, 3]) await add(n);
  answer = async ({ body }) => (body['n'] === 1 ? Promise.reject(new Error('away')) : body['n'] === 2 ? 'later' : 'done');
  await relayPage(db.database, channels, logger);
  expect(await waiting()).toEqual([{ n: '1', attempts: 1 }, { n: '2', attempts: 1 }]);
  expect(await relayPage(db.database, channels, logger)).toBe(0);
  await db.database.read.run(sql`update outbox set not_before = now()`);
  answer = async () => 'done';
  expect(await relayPage(db.database, channels, logger)).toBe(2);
});

test('while the other side is away, most rows are not even tried', async () => {
  for (let n = 0; n < 60; n += 1) await add(n);
  answer = () => Promise.reject(new Error('away'));
  expect(await relayPage(db.database, channels, logger)).toBe(0);
  expect(taken.length).toBeLessThanOrEqual(32);
  expect(await waiting()).toHaveLength(60);
});

test('a row with a time of its own waits for it', async () => {
  await add(1, new Date(Date.now() + 60_000).toISOString());
  expect(await relayPage(db.database, channels, logger)).toBe(0);
});

test('the relay is woken by the commit, not by its interval', async () => {
  const relay = startRelay(db.database, db.url, channels, logger, 3_600_000);
  while (!(await isListening())) continue;
  const arrived = new Promise<void>((resolve) => {
    answer = async () => (resolve(), 'done');
  });
  await add(7);
  await arrived;
  expect(taken).toEqual(['7']);
  await relay.stop();
});

/** Whether the relay's own connection has said LISTEN. */
async function isListening(): Promise<boolean> {
  const row = await db.database.read.one(sql`select 1 from pg_stat_activity where datname = current_database() and query = 'listen outbox' and state = 'idle'`);
  return row !== undefined;
}
