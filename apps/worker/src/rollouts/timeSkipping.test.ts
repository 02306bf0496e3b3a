import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { workflowId as ids } from '@fairmark/contracts/process';
import { CreateRollout } from '@fairmark/contracts/rollouts';
import { localDateOf } from '@fairmark/domain/calendar';
import { referencePlan } from '@fairmark/domain/plans';
import { defaultSettings, nextQuarter } from '@fairmark/domain/rollouts';
import { sql } from '@fairmark/persistence/database';
import { storeVersion } from '@fairmark/persistence/plans';
import { recordCommand } from '@fairmark/persistence/process';
import { childrenOf, createRollout, rolloutById, setChildState } from '@fairmark/persistence/rollouts';
import { createTestDatabase, type TestDatabase } from '@fairmark/persistence/testing';
import { deliverCommand } from '@fairmark/runtime/commands';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { engineActivities, ProcessEngine } from '../processes/index.js';
import { allHandlers } from '../rules.js';
import { addEmployee } from '../testing/index.js';
import { testWorker, timeSkipping, type TestWorker } from '../testing/temporal.js';
import { TemporalDriver } from '../testing/temporalDriver.js';

let db: TestDatabase;
let env: TestWorkflowEnvironment;
let worker: TestWorker;
let driver: TemporalDriver;
let [sponsor, lead, hr, head] = ['', '', '', ''];
const ZONE = 'Asia/Shanghai';
const id = randomUUID();
const flow = ids.rollout(id);

beforeAll(async () => {
  db = await createTestDatabase();
  const { read } = db.database;
  [sponsor, lead, hr, head] = [await addEmployee(read), await addEmployee(read), await addEmployee(read), await addEmployee(read)];
  await read.run(sql`insert into role_grants (employee_id, role) values (${hr}, 'hr')`);
  env = await timeSkipping();
  worker = await testWorker({ connection: env.nativeConnection, activities: engineActivities(new ProcessEngine(db.database, allHandlers)) });
  driver = new TemporalDriver(env, db.database);
}, 120_000);
afterAll(async () => {
  await worker.stop();
  await env.teardown();
  await db.drop();
});

const days = async (count: number): Promise<void> => driver.until(new Date(Date.parse(await driver.now()) + count * 86_400_000).toISOString());

async function act(actorId: string, action: string, body: Record<string, unknown> = {}): Promise<void> {
  const { updateId } = await recordCommand(db.database.read, { workflowId: flow, visitId: null, actorId, action, key: randomUUID(), body, receivedAt: await driver.now() });
  expect(await deliverCommand(env.client, db.database, { workflowId: flow, updateId, deadlineMs: 10_000 })).toMatchObject({ status: 'applied' });
  await driver.settle();
}

/** Each step takes its real length. */
async function steps(lengths: readonly number[]): Promise<void> {
  for (const length of lengths) {
    await days(length);
    await driver.accept(lead, flow, 'phaseStep', 'complete');
  }
}

async function gate(): Promise<void> {
  await act(lead, 'requestGate');
  for (const who of [hr, head, sponsor]) await driver.accept(who, flow, 'gate', 'approve');
}

/** Children end as their rules would write it: here the life of the rollout counts. */
async function ends(kind: 'pilot' | 'wave', outcome: string): Promise<void> {
  const child = (await childrenOf(db.database.read, kind, id)).at(-1);
  await db.database.transaction(async (tx) => setChildState(tx, kind, String(child?.id), 'closed', await driver.now(), outcome));
}

test('two years of a rollout: four phases in their real lengths, then a quarter every three months, while the first pilot is still there', async () => {
  const department = String((await db.database.read.one(sql<{ id: string }>`insert into departments (code, name, head_id) values ('R', '运营', ${head}) returning id`))?.id);
  const plan = await db.database.transaction((tx) => storeVersion(tx, { document: { ...referencePlan, code: 'plan' }, findings: [], overrides: [], actorId: hr }));
  const began = await driver.now();
  const body = CreateRollout.parse({ name: '华东推广', planCode: 'plan', sponsorId: sponsor, leadId: lead, departmentIds: [department], startsOn: began.slice(0, 10) });
  await db.database.transaction((tx) => createRollout(tx, id, body, plan.planId, defaultSettings, hr, began));
  await driver.settle();
  await act(lead, 'usePlanVersion', { planVersionId: plan.versionId, reason: '首版方案' });
  await steps([30, 60, 90]);
  await gate();
  await steps([7, 60, 30]);
  await ends('pilot', 'passed');
  await gate();
  await act(lead, 'startWave', { name: '华东' });
  await steps([7, 120, 30, 60]);
  await ends('wave', 'done');
  await gate();
  expect((await rolloutById(db.database.read, id)).phase).toBe('optimise');
  const [entered, end] = [await driver.now(), new Date(Date.parse(began) + 730 * 86_400_000).toISOString()];
  await driver.until(end);
  const quarters = await childrenOf(db.database.read, 'pdcaQuarter', id);
  const expected: string[] = [];
  for (let next = nextQuarter(localDateOf(entered, ZONE)); next.startsOn <= localDateOf(end, ZONE); next = nextQuarter(next.startsOn)) expected.push(next.quarter);
  expect(expected.length).toBeGreaterThan(1);
  expect(quarters.map((one) => one.key)).toEqual(expected);
  expect(await env.client.workflow.getHandle(flow).query('position')).toMatchObject({ step: 'optimise', state: 'open', visits: [{ step: 'nextQuarter' }] });
  for (const { workflowId } of quarters) expect((await env.client.workflow.getHandle(workflowId).describe()).status.name).toBe('RUNNING');
}, 120_000);
