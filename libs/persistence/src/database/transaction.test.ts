import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PlanVersion } from '../plans/entities.js';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { sql } from './index.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());
beforeEach(() => db.database.read.run(sql`delete from positions`));

const insert = (code: string) => sql`insert into positions (code, name) values (${code}, 'p')`;
const codes = async () => (await db.database.read.all(sql<{ code: string }>`select code from positions order by code`)).map(({ code }) => code);

describe('a statement that is only handed over', () => {
  test('is seen by what follows and committed', async () => {
    const seen = await db.database.transaction(async (tx) => {
      await tx.send(insert('a'));
      await tx.send(insert('b'));
      return tx.one(sql<{ n: number }>`select count(*)::integer as n from positions`);
    });
    expect(seen).toEqual({ n: 2 });
    expect(await codes()).toEqual(['a', 'b']);
  });

  test('that fails lets the next statement that is waited for throw its error', async () => {
    const work = db.database.transaction(async (tx) => {
      await tx.send(insert('a'));
      await tx.send(insert('a'));
      await tx.send(insert('b'));
      await tx.one(sql`select 1`);
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect(await codes()).toEqual([]);
  });

  test('that fails last lets the commit throw its error, and nothing is kept', async () => {
    const work = db.database.transaction(async (tx) => {
      await tx.run(insert('a'));
      await tx.send(insert('a'));
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect(await codes()).toEqual([]);
  });

  test('whose error the work swallowed is not taken for a success', async () => {
    const work = db.database.transaction((tx) => tx.one(sql`select 1 / 0`).catch(() => undefined));
    await expect(work).rejects.toThrow('ROLLBACK');
  });

  test('is rolled back when the work throws for another reason', async () => {
    const work = db.database.transaction(async (tx) => {
      await tx.send(insert('a'));
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    expect(await codes()).toEqual([]);
  });

  test('is waited for outside a transaction', async () => {
    await db.database.read.send(insert('a'));
    await expect(db.database.read.send(insert('a'))).rejects.toMatchObject({ code: '23505' });
  });
});

describe('statements that travel with the beginning', () => {
  test('belong to the transaction and answer their first rows', async () => {
    const [before, after] = [sql<{ n: number }>`select 1 as n`, sql<{ n: number }>`select 2 as n where false`];
    expect(await db.database.transactionOn([before, after], async (_, one, none) => [one, none])).toEqual([{ n: 1 }, undefined]);
    const ids = () => db.database.transactionOn([sql<{ id: string }>`select pg_current_xact_id()::text as id`], async (tx, first) => [first, await tx.one(sql`select pg_current_xact_id()::text as id`)]);
    const [first, second] = await ids();
    expect(first).toEqual(second);
  });

  test('see what was committed while the one before waited for its lock', async () => {
    await db.database.read.run(insert('a'));
    const lock = sql`select 1 as n from positions where code = 'a' for update`;
    const name = sql<{ name: string }>`select name from positions where code = 'a'`;
    const waiting = await db.database.transaction(async (tx) => {
      await tx.one(lock);
      const other = db.database.transactionOn([lock, name], async (_, __, row) => row);
      await until(async () => (await db.database.read.all(sql`select 1 from pg_locks where not granted`)).length > 0);
      await tx.run(sql`update positions set name = 'changed' where code = 'a'`);
      return { other };
    });
    expect(await waiting.other).toEqual({ name: 'changed' });
  });

  test('that fail begin nothing', async () => {
    let begun = false;
    await expect(db.database.transactionOn([sql`select 1 / 0`], async () => void (begun = true))).rejects.toMatchObject({ code: '22012' });
    expect(begun).toBe(false);
    expect(await db.database.read.one(sql`select 1 as n`)).toEqual({ n: 1 });
  });
});

test('the entity manager works in the same transaction', async () => {
  const count = () => db.database.read.one(sql<{ n: number }>`select count(*)::integer as n from plans`);
  const work = db.database.transaction(async (tx) => {
    await tx.run(sql`insert into plans (code, name) values ('x', 'x')`);
    expect(await tx.em.count(PlanVersion, { plan: { code: 'x' } })).toBe(0);
    expect(await tx.em.execute(`select code from plans`)).toEqual([{ code: 'x' }]);
    throw new Error('stop');
  });
  await expect(work).rejects.toThrow('stop');
  expect(await count()).toEqual({ n: 0 });
});

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done()));
}
