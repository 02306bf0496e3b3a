import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { standInPaths, standInRefusal, type Delegation } from '@fairmark/domain/delegations';
import fc from 'fast-check';
import { sql } from '../database/index.js';
import { createTestCompany, createTestDatabase, type TestDatabase } from '../testing/index.js';
import { standInTasks } from './index.js';

let db: TestDatabase;
/** Two who have a task, two who have none, and the one whom the case is about. */
let people: string[];
let visitId: string;
beforeAll(async () => {
  db = await createTestDatabase();
  const company = await createTestCompany(db.database, { operators: 5, departments: 1 });
  people = company.operators;
  const { read } = db.database;
  await read.run(sql`insert into processes (workflow_id, kind, ref_id, step) values ('review/x', 'review', uuidv7(), 'goalSetting')`);
  visitId = String((await read.one(sql<{ id: string }>`insert into visits (workflow_id, step, no, subject_id, opened_at) values ('review/x', 'goalApproval', 1, ${people[4]}, now()) returning id`))?.id);
  for (const holder of people.slice(0, 2)) await read.run(sql`insert into tasks (visit_id, assignee_id, why, created_at) values (${visitId}, ${holder}, 'lineManager', now())`);
});
afterAll(() => db.drop());

const HOUR = 3_600_000;
const start = Date.UTC(2026, 8, 1);
const at = (hour: number): string => new Date(start + hour * HOUR).toISOString();
const one = fc.record({ from: fc.nat(4), to: fc.nat(4), begins: fc.integer({ min: 0, max: 6 }), lasts: fc.integer({ min: 1, max: 6 }), kinds: fc.constantFrom(['review'], ['appeal'], ['appeal', 'review']), ended: fc.option(fc.integer({ min: 0, max: 6 })) });

async function store(given: readonly Delegation[]): Promise<void> {
  await db.database.read.run(sql`delete from delegations`);
  for (const { delegatorId, delegateId, kinds, from, to, endedAt } of given)
    await db.database.read.run(sql`
      insert into delegations (delegator_id, delegate_id, kinds, from_at, to_at, zone, reason, made_by, created_at, ended_at) values (${delegatorId}, ${delegateId}, ${[...kinds]}::text[], ${from}, ${to}, 'UTC', 'x', ${delegatorId}, now(), ${endedAt})`);
}

test('the query says the same as the rules, whoever delegates what to whom and when', async () => {
  await fc.assert(fc.asyncProperty(fc.array(one, { maxLength: 7 }), fc.integer({ min: 0, max: 12 }), async (drawn, hour) => {
    const given = drawn.filter(({ from, to }) => from !== to).map(({ from, to, begins, lasts, kinds, ended }, index): Delegation => ({
      id: String(index), delegatorId: String(people[from]), delegateId: String(people[to]), kinds, from: at(begins), to: at(begins + lasts), endedAt: ended === null ? null : at(Math.min(begins + ended, begins + lasts)),
    }));
    await store(given);
    for (const actor of people) {
      const rows = await db.database.read.all(sql<{ holder: string }>`select holder_id as holder from ${standInTasks(actor, sql`${at(hour)}::timestamptz`)} where visit_id = ${visitId}`);
      const may = people.slice(0, 2).includes(actor) ? [] : standInPaths(given, actor, 'review', at(hour)).filter((path) => standInRefusal(path, { kind: 'review', step: 'goalApproval', partyIds: [String(people[4])], decided: [] }) === null);
      const expected = people.slice(0, 2).filter((holder) => may.some((path) => path.at(-1) === holder));
      expect(rows.map((row) => row.holder).sort()).toEqual(expected.sort());
    }
  }), { numRuns: 60 });
}, 60_000);
