import { env } from 'node:process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../database/index.js';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { candidatesOf } from './candidates.js';

let db: TestDatabase;
const ids: Record<string, string> = {};
const id = (name: string): string => ids[name] as string;

beforeAll(async () => {
  db = await createTestDatabase(String(env['TEST_DATABASE_URL']));
  const { read } = db.database;
  for (const name of ['first', 'second', 'third']) {
    const head = await read.one(sql<{ id: string }>`insert into employees (number, name, email, zone, locale, region, hired_on) values (${name}, ${name}, ${`${name}@x.test`}, 'Asia/Shanghai', 'en', 'CN', '2020-01-01') returning id`);
    const department = await read.one(sql<{ id: string }>`insert into departments (code, name, head_id) values (${name}, ${name}, ${head?.id ?? null}) returning id`);
    Object.assign(ids, { [`${name}Head`]: head?.id, [name]: department?.id });
  }
  for (const [key, from, to, on] of [['a', 'first', 'second', '2026-03-01'], ['b', 'second', 'third', '2026-05-01']] as const)
    await read.run(sql`insert into org_changes (key, kind, source, from_department_id, to_department_id, effective_on, created_at) values (${key}, 'departmentMerged', 'hr', ${id(from)}, ${id(to)}, ${on}, ${`${on}T00:00:00Z`})`);
});
afterAll(() => db.drop());

const headOn = async (day: string, department = 'first') => (await candidatesOf(db.database.read, { type: 'departmentHead' }, { subjectId: null, departmentId: id(department) }, day)).map(({ personId }) => personId);

test('the head of a department that was merged is the head of what it has become, from that day', async () => {
  expect(await headOn('2026-02-28')).toEqual([id('firstHead')]);
  expect(await headOn('2026-03-01')).toEqual([id('secondHead')]);
  expect(await headOn('2026-05-01')).toEqual([id('thirdHead')]);
  expect(await headOn('2026-05-01', 'third')).toEqual([id('thirdHead')]);
});

test('a department that was merged back is itself again', async () => {
  await db.database.read.run(sql`insert into org_changes (key, kind, source, from_department_id, to_department_id, effective_on, created_at) values ('c', 'departmentMerged', 'hr', ${id('third')}, ${id('first')}, '2026-06-01', '2026-06-01T00:00:00Z')`);
  expect(await headOn('2026-06-01')).toEqual([id('firstHead')]);
  expect(await headOn('2026-06-01', 'second')).toEqual([id('firstHead')]);
});
