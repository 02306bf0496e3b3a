import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MeasureScope } from '@fairmark/contracts/rollouts';
import { sql } from '../../database/index.js';
import { createTestDatabase, type TestDatabase } from '../../testing/index.js';
import { readMeasure, readMeasures } from './index.js';

const NOW = '2026-11-25T00:00:00.000Z';
let db: TestDatabase;
let scope: MeasureScope & { of: 'communities' };
const one = async (statement: ReturnType<typeof sql>): Promise<string> => String(((await db.database.read.one(statement)) as { id: string }).id);

beforeAll(async () => {
  db = await createTestDatabase();
  const person = (name: string, leftOn: string | null) => one(sql`
    insert into employees (number, name, email, zone, locale, region, hired_on, left_on) values (${name}, ${name}, ${`${name}@example.test`}, 'Asia/Shanghai', 'zh-CN', 'east', '2020-01-01', ${leftOn}) returning id`);
  const community = await one(sql`insert into communities (code, name, type, region) values ('c', 'c', 'content', 'east') returning id`);
  const people = [await person('a', null), await person('b', '2026-10-01'), await person('c', '2026-01-01'), await person('d', '2027-01-01')];
  for (const id of people) await db.database.read.run(sql`insert into community_assignments (employee_id, community_id, valid_from) values (${id}, ${community}, '2025-01-01')`);
  const plan = await one(sql`insert into plans (code, name) values ('p', 'p') returning id`);
  const version = await one(sql`insert into plan_versions (plan_id, no, state, document, document_hash) values (${plan}, 1, 'inUse', '{}', 'h') returning id`);
  const cycle = await one(sql`
    insert into cycles (name, plan_id, plan_version_id, period_start, period_end, state, population, created_by, launched_at) values ('c', ${plan}, ${version}, '2026-01-01', '2026-06-30', 'running', '{}', ${people[0]}, '2026-07-01') returning id`);
  const department = await one(sql`insert into departments (code, name) values ('d', 'd') returning id`);
  for (const [index, state] of ['closed', 'open'].entries())
    await db.database.read.run(sql`
      insert into reviews (cycle_id, employee_id, plan_id, plan_version_id, workflow_id, state, period_start, period_end, department_id)
      values (${cycle}, ${people[index]}, ${plan}, ${version}, ${`review/${index}`}, ${state}, '2026-01-01', '2026-06-30', ${department})`);
  const rolloutId = await one(sql`
    insert into rollouts (name, plan_id, workflow_id, sponsor_id, lead_id, settings, starts_on, created_by) values ('r', ${plan}, 'rollout/r', ${people[0]}, ${people[1]}, '{}', '2026-01-01', ${people[0]}) returning id`);
  scope = { of: 'communities', rolloutId, communityIds: [community] };
});
afterAll(() => db.drop());

test('attrition counts who operated in the six months before and left in them', async () => {
  // One of three: who left before them is no operator of that time, who leaves later is still there.
  expect(await readMeasure(db.database.read, 'attrition', scope, NOW)).toEqual({ key: 'attrition', value: '0.3333', sampleSize: 3, asOf: NOW });
});

test('reviews count under the plan of the rollout from the launch of their cycle', async () => {
  expect(await readMeasure(db.database.read, 'cycleCompletion', scope, NOW)).toMatchObject({ value: '0.5000', sampleSize: 2 });
  expect(await readMeasure(db.database.read, 'appealRate', scope, NOW)).toMatchObject({ value: '0.0000', sampleSize: 2 });
  expect(await readMeasure(db.database.read, 'cycleCompletion', scope, '2026-06-01T00:00:00.000Z')).toMatchObject({ value: null, sampleSize: 0 });
});

test('nowhere to read from is no value, never zero', async () => {
  const readings = await readMeasures(db.database.read, { ...scope, communityIds: [] }, NOW, ['attrition', 'cycleCompletion', 'workloadHours']);
  expect(readings.map((reading) => reading.value)).toEqual([null, null, null]);
});
