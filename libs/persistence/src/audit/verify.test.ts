import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { sql } from '../database/index.js';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { appendAudit, changedHeads, hashEntry, verifyAudit, type Anchor } from './index.js';

const AT = '2026-09-01T08:00:00+08:00';
let db: TestDatabase;
let owner: pg.Client;
let anchors: Anchor[];

beforeAll(async () => {
  db = await createTestDatabase();
  // What the application's role may not do, the owner of the tables can: these tests are that owner.
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await db.drop();
});
beforeEach(async () => {
  await owner.query('truncate audit.entries, audit_heads, audit_texts');
  for (const chain of ['review/c/1', 'review/c/2'])
    await db.database.transaction(async (tx) => {
      await appendAudit(tx, chain, { actorId: null }, AT, [{ action: 'review.opened', object: 'o', before: { n: 1 }, after: { z: 1, a: null } }]);
      await appendAudit(tx, chain, { actorId: '0199', onBehalfOf: '0200' }, AT, [
        { action: 'goals.approved', object: 'o', texts: { reason: { body: '理由', ownerId: '0199aaaa-0000-7000-8000-000000000001' } } },
        { action: 'goals.closed', object: 'o' },
      ]);
    });
  anchors = await changedHeads(db.database.read, null);
});

const findings = async () => (await verifyAudit(db.database, anchors)).findings;
const kinds = async () => [...new Set((await findings()).map((finding) => finding.kind))].sort();

test('an untouched record has no findings', async () => {
  expect(await verifyAudit(db.database, anchors)).toEqual({ entries: 6, chains: 2, findings: [] });
});

describe('altering a column is reported', () => {
  test.each([
    ['chain', `'review/c/3'`], ['seq', '9'], ['at', `at + interval '1 ms'`], ['actor', `'somebody'`], ['on_behalf_of', 'null'], ['action', `'goals.returned'`], ['object', `'p'`],
    ['canonical', `replace(canonical, 'goals', 'scores')`], ['canonical', `'no json'`], ['prev_hash', `repeat('1', 64)`], ['hash', `repeat('1', 64)`],
  ])('%s = %s', async (column, value) => {
    await owner.query(`update audit.entries set ${column} = ${value} where chain = 'review/c/1' and seq = 2`);
    expect((await findings()).filter((finding) => finding.chain !== 'review/c/2').length).toBeGreaterThan(0);
  });

  test.each(['salt', 'body', 'field'])('of a free text: %s', async (column) => {
    await owner.query(`update audit_texts set ${column} = 'x' where chain = 'review/c/1'`);
    expect(await kinds()).toEqual(['text']);
  });

  test.each(['seq = seq - 1', `hash = repeat('1', 64)`])('of a head: %s', async (change) => {
    await owner.query(`update audit_heads set ${change} where chain = 'review/c/1'`);
    expect(await kinds()).toEqual(['head']);
  });
});

describe('taking away or moving is reported', () => {
  test('two rows swapped', async () => {
    await owner.query(`update audit.entries set seq = 5 - seq + 10 where chain = 'review/c/1' and seq in (2, 3)`);
    await owner.query(`update audit.entries set seq = seq - 10 where chain = 'review/c/1' and seq > 9`);
    expect(await kinds()).toEqual(expect.arrayContaining(['column', 'link']));
  });

  test('the last row, with its head set back', async () => {
    await owner.query(`delete from audit.entries where chain = 'review/c/1' and seq = 3`);
    expect(await kinds()).toEqual(['anchor', 'head']);
    await owner.query(`update audit_heads h set seq = 2, hash = (select hash from audit.entries e where e.chain = h.chain and e.seq = 2) where chain = 'review/c/1'`);
    expect(await findings()).toEqual([{ kind: 'anchor', chain: 'review/c/1', seq: 3, detail: 'missing' }]);
  });

  test('a row in the middle, a text', async () => {
    await owner.query(`delete from audit.entries where chain = 'review/c/1' and seq = 2`);
    expect(await kinds()).toEqual(['gap', 'link', 'text']);
    await owner.query(`delete from audit_texts where chain = 'review/c/2'`);
    expect(await findings()).toContainEqual({ kind: 'text', chain: 'review/c/2', seq: 2, detail: 'reason' });
  });

  test('a whole chain with its head and texts', async () => {
    for (const table of ['audit.entries', 'audit_heads', 'audit_texts']) await owner.query(`delete from ${table} where chain = 'review/c/1'`);
    expect(await findings()).toEqual([{ kind: 'anchor', chain: 'review/c/1', seq: 3, detail: 'missing' }]);
  });
});

test('a chain that was rewritten with hashes that fit is reported by its anchor', async () => {
  const { rows } = await owner.query<{ seq: number; canonical: string }>(`select seq, canonical from audit.entries where chain = 'review/c/1' order by seq`);
  let previous = '0'.repeat(64);
  for (const { seq, canonical } of rows) {
    const changed = canonical.replace('review.opened', 'review.reopened');
    const hash = hashEntry(previous, changed);
    await owner.query(`update audit.entries set canonical = $1::text, action = $1::text::jsonb->>'action', prev_hash = $2, hash = $3 where chain = 'review/c/1' and seq = $4`, [changed, previous, hash, seq]);
    previous = hash;
  }
  await owner.query(`update audit_heads set hash = $1 where chain = 'review/c/1'`, [previous]);
  expect((await verifyAudit(db.database, [])).findings).toEqual([]);
  expect(await findings()).toEqual([{ kind: 'anchor', chain: 'review/c/1', seq: 3, detail: 'altered' }]);
});

test('an erased text is no finding, an emptied one is', async () => {
  await db.database.read.run(sql`update audit_texts set body = null, erased_at = now() where chain = 'review/c/1'`);
  expect(await findings()).toEqual([]);
  await db.database.read.run(sql`update audit_texts set erased_at = null where chain = 'review/c/1'`);
  expect(await kinds()).toEqual(['text']);
});
