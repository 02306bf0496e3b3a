import { env } from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { assertApplicationRole, Database, createOrm, sql } from './index.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase(String(env['TEST_DATABASE_URL']));
});
afterAll(() => db.drop());

describe('database roles', () => {
  test('the application role passes, the owner is refused', async () => {
    await assertApplicationRole(db.database);
    const owner = new Database(await createOrm({ url: db.ownerUrl, poolMax: 1 }));
    await expect(assertApplicationRole(owner)).rejects.toThrow('owns the audit record');
    await owner.close();
  });

  test.each(['update audit.entries set actor = actor', 'delete from audit.entries', 'truncate audit.entries', 'alter table audit.entries disable trigger all'])(
    'the application role may not: %s',
    async (statement) => {
      await expect(db.database.read.run(sql.raw(statement))).rejects.toMatchObject({ code: '42501' });
    },
  );
});

describe('executor', () => {
  test('reads instants as ISO strings in UTC, dates as dates, bigint as strings', async () => {
    const row = await db.database.read.one(sql<Record<string, unknown>>`select '2026-10-01 08:00+08'::timestamptz as at, date '2026-10-01' as day, 5::bigint as n, '{"a":1}'::jsonb as j`);
    expect(row).toEqual({ at: '2026-10-01T00:00:00.000Z', day: '2026-10-01', n: '5', j: { a: 1 } });
  });

  test('a transaction that throws leaves nothing', async () => {
    const insert = sql`insert into positions (code, name) values ('p', 'p')`;
    await expect(db.database.transaction(async (tx) => { await tx.run(insert); throw new Error('stop'); })).rejects.toThrow('stop');
    expect(await db.database.read.all(sql`select 1 from positions`)).toEqual([]);
    expect(await db.database.read.run(insert)).toBe(1);
  });
});
