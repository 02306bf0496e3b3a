import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { sql } from './index.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

test('a statement is prepared when it comes again, whatever its values; a text that comes once is not', async () => {
  await db.database.transaction(async (tx) => {
    const prepared = async (mark: string) => (await tx.all(sql`select 1 from pg_prepared_statements where statement like ${`%${mark}%`}`)).length;
    for (const value of ['a', null, 'b']) expect(await tx.one(sql`select ${value}::text as mark_one`)).toEqual({ mark_one: value });
    await tx.one(sql`select ${'once'}::text as mark_two`);
    expect([await prepared('mark_one'), await prepared('mark_two')]).toEqual([1, 0]);
  });
});

test('texts without end do not fill a connection', async () => {
  await db.database.transaction(async (tx) => {
    for (let n = 0; n < 700; n += 1) await tx.one(sql.raw(`select ${n % 400} as n`));
    for (let n = 0; n < 800; n += 1) await tx.one(sql`select ${'x'}::text as ${sql.ref(`c${n % 400}`)}`);
    const row = await tx.one(sql<{ n: number }>`select count(*)::integer as n from pg_prepared_statements`);
    expect(row?.n).toBeLessThanOrEqual(300);
  });
});

test('a statement that fails can be repeated on the same connection', async () => {
  const divide = (by: number) => db.database.read.one(sql`select 1 / ${by}::integer as n`);
  for (let count = 0; count < 3; count += 1) {
    await expect(divide(0)).rejects.toThrow('division by zero');
    expect(await divide(1)).toEqual({ n: 1 });
  }
});
