import { env } from 'node:process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { Database, createOrm, sql } from './index.js';
import { schemaDrift } from './drift.js';

let db: TestDatabase;
let owner: Database;
beforeAll(async () => {
  db = await createTestDatabase(String(env['TEST_DATABASE_URL']));
  owner = new Database(await createOrm({ url: db.ownerUrl, poolMax: 1 }));
});
afterAll(async () => {
  await owner.close();
  await db.drop();
});

test('the migrated schema is what the entities say', async () => {
  expect(await schemaDrift(db.ownerUrl)).toEqual([]);
});

test.each([
  ['a column more', 'alter table plans add column remark text', 'alter table plans drop column remark'],
  ['a column that may be empty', 'alter table plan_versions alter column document_hash drop not null', 'alter table plan_versions alter column document_hash set not null'],
  ['another type', 'alter table plan_versions alter column no type bigint', 'alter table plan_versions alter column no type integer'],
])('is noticed: %s', async (_, change, back) => {
  await owner.read.run(sql.raw(change));
  expect(await schemaDrift(db.ownerUrl)).not.toEqual([]);
  await owner.read.run(sql.raw(back));
  expect(await schemaDrift(db.ownerUrl)).toEqual([]);
});
