import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { workflowId } from '@fairmark/contracts/process';
import { sql } from '@fairmark/persistence/database';
import { childById } from '@fairmark/persistence/rollouts';
import { addTestPilot } from '../pilots/testing.js';
import type { ProcessHandlers } from '../processes/index.js';
import { CHILD_REPORTED, HELD, RESUMED } from '../rollouts/children.js';
import { addEmployee, startTestProcesses, type TestProcesses } from '../testing/index.js';
import { waveHandlers } from './index.js';

let t: TestProcesses;
let [leadId, managerId, rolloutId, versionId] = ['', '', '', ''];
let communityIds: string[];
const reported: string[] = [];
const rollout: ProcessHandlers = { kind: 'rollout', open: async () => ({ outcome: 'opened', audit: [] }), actions: {}, expire: {}, events: { [CHILD_REPORTED]: async ({ body }) => (reported.push(String(body['childId'])), null) } };
beforeAll(async () => {
  t = await startTestProcesses([waveHandlers, rollout]);
}, 30_000);
afterAll(() => t.stop());
beforeEach(async () => {
  const { read } = t.database;
  t.driver.now = '2027-01-04T02:00:00.000Z';
  ({ leadId, communityIds } = await addTestPilot(t.database, { communities: 3 }));
  const row = await read.one(sql<{ id: string; version: string }>`select id, plan_version_id as version from rollouts where lead_id = ${leadId}`);
  [rolloutId, versionId] = [String(row?.id), String(row?.version)];
  managerId = await addEmployee(read);
  await read.run(sql`insert into employee_managers (employee_id, manager_id, valid_from) values (${leadId}, ${managerId}, '2024-01-01')`);
});

async function wave(no = 1): Promise<{ id: string; flow: string }> {
  const [id, flow] = [randomUUID(), workflowId.wave(rolloutId, no)];
  await t.database.read.run(sql`insert into waves (id, rollout_id, no, name, workflow_id, plan_version_id, started_at) values (${id}, ${rolloutId}, ${no}, '华东', ${flow}, ${versionId}, ${t.driver.now})`);
  await t.driver.start('wave', flow, id);
  return { id, flow };
}
async function train(): Promise<void> {
  for (const id of [leadId, managerId])
    await t.database.read.run(sql`insert into training_records (employee_id, level, attended_on, passed, recorded_by, recorded_at) values (${id}, 'basic', '2026-12-01', true, ${leadId}, '2026-12-01T00:00:00Z') on conflict do nothing`);
}
const visitOf = async (flow: string) => (await t.database.read.one(sql<{ id: string }>`select id from visits where workflow_id = ${flow} and state = 'open'`))?.id ?? '';
const act = async (flow: string, action: string, body: Record<string, unknown> = {}) => ((await t.driver.decide(leadId, await visitOf(flow), action, body)) as { code?: string }).code;
const onWhole = async (flow: string, action: string, body: Record<string, unknown>) => ((await t.driver.decide(leadId, flow, action, body)) as { code?: string }).code;
const begin = (flow: string, ids = communityIds) => act(flow, 'begin', { communityIds: ids, order: 'risk', reason: '先小后大' });
const steps = (flow: string) => t.driver.openSteps(flow);

test('begins only with trained people, takes each community once and is done with consistent execution', async () => {
  const first = await wave();
  expect(await begin(first.flow)).toBe('WAVE.NOT_READY');
  await train();
  expect(await begin(first.flow, [randomUUID()])).toBe('WAVE.COMMUNITY_REFUSED');
  expect(await begin(first.flow)).toBeUndefined();
  const second = await wave(2);
  expect(await begin(second.flow)).toBe('WAVE.COMMUNITY_TAKEN');
  expect(await act(first.flow, 'complete')).toBeUndefined();
  expect(await act(first.flow, 'complete')).toBe('WAVE.INCONSISTENT');
  for (const communityId of communityIds) expect(await onWhole(first.flow, 'checkExecution', { communityId, done: ['brief', 'roles', 'data', 'sheet', 'train', 'goals', 'firstReview'] })).toBeUndefined();
  expect(await act(first.flow, 'complete')).toBeUndefined();
  expect(await act(first.flow, 'complete')).toBeUndefined();
  expect(await t.driver.process(first.flow)).toMatchObject({ state: 'closed', outcome: 'done' });
  expect(reported).toContain(first.id);
  expect(await begin(second.flow)).toBeUndefined();
});

test('pauses alone, stays paused when its rollout goes on, and goes on where it was', async () => {
  const { id, flow } = await wave();
  await train();
  await begin(flow);
  await onWhole(flow, 'pause', { reason: '数据中断' });
  await t.driver.signal(flow, HELD, { reason: 'x' });
  await t.driver.signal(flow, RESUMED, {});
  expect([await steps(flow), (await childById(t.database.read, 'wave', id)).state]).toEqual([['wavePause'], 'paused']);
  expect(await act(flow, 'resume')).toBeUndefined();
  expect(await steps(flow)).toEqual(['mobilisation']);
  await t.driver.signal(flow, HELD, { reason: 'x' });
  expect(await steps(flow)).toEqual([]);
  await t.driver.signal(flow, RESUMED, {});
  expect(await steps(flow)).toEqual(['mobilisation']);
});

test('never runs under another version than the one it began with', async () => {
  const { id, flow } = await wave();
  await train();
  await begin(flow);
  await expect(t.database.read.run(sql`update waves set plan_version_id = null where id = ${id}`)).rejects.toThrow();
  const other = await wave(2);
  await expect(t.database.read.run(sql`update waves set plan_version_id = null, begun_at = now() where id = ${other.id}`)).rejects.toThrow();
});
