import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { workflowId } from '@fairmark/contracts/process';
import type { TrainingList } from '@fairmark/contracts/training';
import { sql } from '@fairmark/persistence/database';
import { readMeasure } from '@fairmark/persistence/rollouts';
import { type Agent, startTestApi, type TestApi } from '../testing/index.js';
import { TrainingModule } from './training.module.js';

let api: TestApi;
let [lead, stranger]: Agent[] = [];
const [rolloutId, communityId] = [randomUUID(), randomUUID()];
const ids = { lead: '', stranger: '', operator: '', second: '' };

beforeAll(async () => {
  api = await startTestApi({ features: [TrainingModule] });
  const people = [await api.newEmployee(), await api.newEmployee(), await api.newEmployee(), await api.newEmployee()];
  [ids.lead, ids.stranger, ids.operator, ids.second] = people.map(({ id }) => id) as [string, string, string, string];
  [lead, stranger] = [await api.signInAs(people[0] as never), await api.signInAs(people[1] as never)];
  const { read } = api.database;
  const plan = await read.one(sql<{ id: string }>`insert into plans (code, name) values (${rolloutId}, '方案') returning id`);
  await read.run(sql`
    insert into rollouts (id, name, plan_id, workflow_id, sponsor_id, lead_id, settings, scope, starts_on, created_by)
    values (${rolloutId}, '推广', ${plan?.id}, ${workflowId.rollout(rolloutId)}, ${ids.lead}, ${ids.lead}, '{}', ${JSON.stringify({ communityIds: [communityId] })}::jsonb, '2026-06-01', ${ids.lead})`);
  await read.run(sql`insert into processes (workflow_id, kind, ref_id, step) values (${workflowId.rollout(rolloutId)}, 'rollout', ${rolloutId}, 'rollout')`);
  await read.run(sql`insert into communities (id, code, name, type, region) values (${communityId}, ${communityId}, '社群', 'content', 'east')`);
  for (const id of [ids.operator, ids.second]) await read.run(sql`insert into community_assignments (employee_id, community_id, valid_from) values (${id}, ${communityId}, '2025-01-01')`);
  await read.run(sql`delete from employee_managers where employee_id in (${ids.operator}, ${ids.second})`);
  await read.run(sql`insert into employee_managers (employee_id, manager_id, valid_from) values (${ids.operator}, ${ids.lead}, '2025-01-01')`);
});
afterAll(() => api.close());

const path = (rest = '') => `/api/rollouts/${rolloutId}/training${rest}`;
const enter = async (agent: Agent | undefined, extra: object) => (await agent?.post(path('/records'), { level: 'basic', attendedOn: '2026-01-10', passed: true, ...extra }))?.status;
const reads = async (key: 'trainedOperators' | 'trainedManagers') => (await readMeasure(api.database.read, key, { of: 'communities', rolloutId, communityIds: [communityId] }, new Date().toISOString())).value;

test('an entered certificate counts until it lapses, and an entry can be corrected', async () => {
  expect([await reads('trainedOperators'), await reads('trainedManagers')]).toEqual(['0.0000', '0.0000']);
  expect(await enter(lead, { employeeId: ids.operator })).toBe(204);
  expect(await enter(lead, { employeeId: ids.second, validUntil: '2026-01-11' })).toBe(204);
  expect(await reads('trainedOperators')).toBe('0.5000');
  const { trainees } = (await (lead as Agent).get<TrainingList>(path())).body;
  expect(trainees.find(({ person }) => person.id === ids.operator)).toMatchObject({ roles: ['operator'], passed: ['basic'], next: 'advanced' });
  expect(trainees.find(({ person }) => person.id === ids.lead)).toMatchObject({ roles: ['manager'], passed: [], next: 'basic' });
  expect(await enter(lead, { employeeId: ids.operator, passed: false })).toBe(204);
  expect(await reads('trainedOperators')).toBe('0.0000');
});

test('only lead and HR enter, only people of the rollout, only a validity that makes sense', async () => {
  expect(await enter(stranger, { employeeId: ids.operator })).toBe(403);
  expect(await enter(lead, { employeeId: ids.stranger })).toBe(404);
  expect(await enter(lead, { employeeId: ids.operator, validUntil: '2026-01-09' })).toBe(400);
});
