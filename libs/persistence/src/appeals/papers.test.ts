import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { sql } from '../database/index.js';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { dropPaper, freezePapers, insertPaper } from './index.js';

const now = '2026-09-01T01:00:00.000Z';
const later = '2026-09-02T01:00:00.000Z';
let db: TestDatabase;
let reviewId: string;
let ownerId: string;
let appealId: string;

const one = async (query: Parameters<TestDatabase['database']['read']['one']>[0]): Promise<string> => ((await db.database.read.one(query)) as { id: string }).id;

beforeAll(async () => {
  db = await createTestDatabase();
  ownerId = await one(sql`insert into employees (number, name, email, zone, locale, region, hired_on) values ('1', '甲', 'a@example.test', 'Asia/Shanghai', 'zh-CN', 'east', '2020-01-01') returning id`);
  const departmentId = await one(sql`insert into departments (code, name) values ('D', 'D') returning id`);
  const planId = await one(sql`insert into plans (code, name) values ('p', 'p') returning id`);
  const versionId = await one(sql`insert into plan_versions (plan_id, no, state, document, document_hash) values (${planId}, 1, 'inUse', '{}', 'h') returning id`);
  const cycleId = await one(sql`insert into cycles (name, plan_id, plan_version_id, period_start, period_end, state, population, created_by) values ('c', ${planId}, ${versionId}, '2026-01-01', '2026-06-30', 'running', '{}', ${ownerId}) returning id`);
  reviewId = await one(sql`
    insert into reviews (cycle_id, employee_id, plan_id, plan_version_id, workflow_id, state, step, period_start, period_end, department_id)
    values (${cycleId}, ${ownerId}, ${planId}, ${versionId}, 'review/1', 'open', 'result', '2026-01-01', '2026-06-30', ${departmentId}) returning id`);
  const ratingId = await one(sql`insert into ratings (review_id, no, source, total_centi, band, created_at) values (${reviewId}, 1, 'computed', 8000, 'B', now()) returning id`);
  appealId = await one(sql`insert into appeals (review_id, workflow_id, filed_by, filed_at, state, contested_rating_id) values (${reviewId}, 'appeal/1', ${ownerId}, ${now}, 'admissibility', ${ratingId}) returning id`);
});
afterAll(() => db.drop());

const paper = () => insertPaper(db.database.read, { reviewId, name: 'a.pdf', mime: 'application/pdf', sha256: randomUUID(), content: Buffer.from('papers'), uploadedBy: ownerId }, now);
const freeze = (evidenceSet: number | null, paperIds: string[], at = now) => freezePapers(db.database.read, { appealId, reviewId, ownerId, evidenceSet, paperIds }, at);
const code = (run: Promise<unknown>): Promise<unknown> => run.then(() => 'done', (error: { code?: string }) => error.code);

describe('frozen papers', () => {
  it('of every set cannot be changed, moved to another set, thawed or taken away by plain SQL', async () => {
    for (const evidenceSet of [1, 2, 3, null]) {
      const id = await paper();
      expect(await freeze(evidenceSet, [id])).toBe(true);
      const attempts = [
        sql`update appeal_papers set content = 'other' where id = ${id}`, sql`update appeal_papers set sha256 = 'other' where id = ${id}`, sql`update appeal_papers set name = 'other' where id = ${id}`,
        sql`update appeal_papers set evidence_set = 9 where id = ${id}`, sql`update appeal_papers set appeal_id = null where id = ${id}`, sql`update appeal_papers set frozen_at = null where id = ${id}`,
        sql`update appeal_papers set uploaded_by = uploaded_by where id = ${id}`, sql`delete from appeal_papers where id = ${id}`,
      ];
      for (const attempt of attempts) expect(await code(db.database.read.run(attempt))).toBe('P0PPR');
    }
  });

  it('take nothing more into their set, and nothing comes frozen', async () => {
    const id = await paper();
    expect(await code(freeze(1, [id], later))).toBe('P0PPR');
    expect(await code(db.database.read.run(sql`insert into appeal_papers (review_id, appeal_id, evidence_set, name, mime, size, sha256, content, uploaded_by, created_at, frozen_at) values (${reviewId}, ${appealId}, 7, 'a', 'a', 1, 'a', 'a', ${ownerId}, ${now}, ${now})`))).toBe('P0PPR');
  });

  it('cannot be freed from this by the application, and not all be emptied by the owner', async () => {
    for (const attempt of [sql`alter table appeal_papers disable trigger all`, sql`drop trigger appeal_papers_keep on appeal_papers`, sql`set session_replication_role = replica`, sql`truncate appeal_papers cascade`])
      expect(await code(db.database.read.run(attempt))).toBe('42501');
    const owner = new pg.Client({ connectionString: db.ownerUrl });
    await owner.connect();
    expect(await code(owner.query('truncate appeal_papers cascade'))).toBe('P0PPR');
    await owner.end();
  });

  it('leave waiting papers alone: they may be taken away, but are never rewritten', async () => {
    const id = await paper();
    expect(await code(db.database.read.run(sql`update appeal_papers set content = 'other' where id = ${id}`))).toBe('P0PPR');
    expect(await dropPaper(db.database.read, id, ownerId)).toBe(true);
  });
});
