import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { createTestDatabase, type TestDatabase } from '@fairmark/persistence/testing';
import { purgePage } from './purge.js';

const NOW = Date.parse('2026-09-01T00:00:00.000Z');
const OLD = '2026-06-02T23:59:59.000Z';
const YOUNG = '2026-06-03T00:00:01.000Z';
let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  for (const table of ['deliveries', 'outbox', 'outbox_purges']) await db.database.read.run(sql`delete from ${sql.table(table)}`);
});

async function add(channel: string, name: string, createdAt: string, { relayed = true, delivered = false, sent = false } = {}): Promise<void> {
  await db.database.read.run(sql`
    with row as (insert into outbox (channel, body, created_at, relayed_at) values (${channel}, ${JSON.stringify({ name })}::jsonb, ${createdAt}, case when ${relayed}::boolean then ${createdAt}::timestamptz end) returning id)
    insert into deliveries (outbox_id, channel, reference) select id, 'mail', case when ${sent}::boolean then 'message' end from row where ${delivered}::boolean`);
}
const left = async () => (await db.database.read.all(sql<{ name: string }>`select body->>'name' as name from outbox order by id`)).map((row) => row.name);

test('takes what left before the retention with its deliveries, and never what did not leave', async () => {
  await add('mail', 'sent', OLD, { delivered: true, sent: true });
  await add('signal', 'signal', OLD);
  await add('mail', 'young', YOUNG, { delivered: true, sent: true });
  await add('mail', 'never relayed', OLD, { relayed: false });
  await add('mail', 'never taken up', OLD);
  await add('mail', 'never sent', OLD, { delivered: true });
  await add('webhook', 'never posted', OLD);
  await add('export', 'never built', OLD);
  expect(await purgePage(db.database, 90, NOW)).toBe(2);
  expect(await left()).toEqual(['young', 'never relayed', 'never taken up', 'never sent', 'never posted', 'never built']);
  expect(await db.database.read.all(sql`select purged_before as before, purged from outbox_purges`)).toEqual([{ before: '2026-06-03T00:00:00.000Z', purged: 2 }]);
  expect(await purgePage(db.database, 90, NOW)).toBe(0);
});

test('takes the digest of a day long past with its mail', async () => {
  await add('mail', 'digest', OLD, { delivered: true, sent: true });
  await db.database.read.run(sql`
    with person as (insert into employees (number, name, email, zone, locale, region, hired_on) values ('1', '甲', 'a@example.test', 'Asia/Shanghai', 'zh-CN', 'east', '2020-01-01') returning id)
    insert into digests (employee_id, day, kind, sent_at, items, outbox_id) select person.id, '2026-06-02', 'reminder', ${OLD}, 1, (select max(id) from outbox) from person`);
  expect(await purgePage(db.database, 90, NOW)).toBe(1);
  expect(await db.database.read.all(sql`select 1 from digests`)).toEqual([]);
});

test('goes in pages, and two workers at once take every row once', async () => {
  await db.database.read.run(sql`insert into outbox (channel, body, created_at, relayed_at) select 'start', '{}', ${OLD}, ${OLD} from generate_series(1, 1500)`);
  const taken = await Promise.all([1, 2].map(() => purgePage(db.database, 90, NOW)));
  expect(taken.reduce((sum, one) => sum + one, 0)).toBe(1_500);
  expect(await left()).toEqual([]);
  expect(await db.database.read.one(sql`select sum(purged)::int as purged from outbox_purges`)).toEqual({ purged: 1_500 });
});
