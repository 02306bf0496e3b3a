import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { appendAudit } from '@fairmark/persistence/audit';
import { createTestDatabase, type TestDatabase } from '@fairmark/persistence/testing';
import { Anchors } from './anchors.js';
import { checkRecord } from './checkRecord.js';

let db: TestDatabase;
let dir: string;
let file: string;

beforeAll(async () => {
  db = await createTestDatabase();
  dir = await mkdtemp(path.join(tmpdir(), 'fairmark-anchors-'));
  file = path.join(dir, 'deeper', 'anchors.jsonl');
});
afterAll(async () => {
  await db.drop();
  await rm(dir, { recursive: true });
});

const add = (chain: string) => db.database.transaction((tx) => appendAudit(tx, chain, { actorId: null }, new Date().toISOString(), [{ action: 'a.b', object: 'o' }]));
const lines = async () => (await readFile(file, 'utf8')).split('\n').filter(Boolean);

test('each head is anchored when it moved, once, also across a restart', async () => {
  await add('one');
  await add('two');
  const anchors = new Anchors(db.database, file);
  expect([await anchors.write(), await anchors.write()]).toEqual([2, 0]);
  await add('one');
  expect(await anchors.write()).toBe(1);
  expect(await new Anchors(db.database, file).write()).toBe(0);
  expect((await lines()).map((line) => JSON.parse(line) as object)).toMatchObject([{ chain: 'one', seq: 1 }, { chain: 'two', seq: 1 }, { chain: 'one', seq: 2 }]);
  expect(await checkRecord(db.database, file)).toEqual({ entries: 3, chains: 2, anchors: 3, findings: [] });
});

test('half a line of a worker that died is cut off; an unreadable one is a finding', async () => {
  await appendFile(file, '{"chain":"on');
  await add('one');
  expect(await new Anchors(db.database, file).write()).toBe(1);
  expect(await checkRecord(db.database, file)).toMatchObject({ anchors: 4, findings: [] });
  await appendFile(file, 'no anchor\n');
  expect((await checkRecord(db.database, file)).findings).toEqual([{ kind: 'anchorFile', chain: '', seq: null, detail: '1 lines' }]);
});
