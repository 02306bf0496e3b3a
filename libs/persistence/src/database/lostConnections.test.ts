import { env } from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { sql } from './index.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase(String(env['TEST_DATABASE_URL']));
});
afterAll(() => db.drop());

const die = sql`select pg_terminate_backend(pg_backend_pid())`;
const often = Array.from({ length: 20 }, (_, i) => i);

describe('a pool of eight connections', () => {
  it('survives twenty transactions that lost theirs', async () => {
    for (const _ of often) await expect(db.database.transaction((tx) => tx.all(die))).rejects.toThrow();
    expect(await db.database.transaction((tx) => tx.one(sql`select 1 as one`))).toEqual({ one: 1 });
  });

  it('survives twenty queries that lost theirs', async () => {
    for (const _ of often) await expect(db.database.read.all(die)).rejects.toThrow();
    expect(await db.database.read.one(sql`select 1 as one`)).toEqual({ one: 1 });
  });

  it('survives all of them at once', async () => {
    const ends = await Promise.allSettled(often.map((i) => (i % 2 ? db.database.read.all(die) : db.database.transaction((tx) => tx.all(die)))));
    expect(ends.every((end) => end.status === 'rejected')).toBe(true);
    expect(await Promise.all(often.map(() => db.database.read.one(sql`select 1 as one`)))).toHaveLength(20);
  });
});
