import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { localDateOf } from '@fairmark/domain/calendar';
import { dateAfterMonths, nextQuarter, quarterOf, quarterStart } from '@fairmark/domain/pdca';
import { sql, type Database } from '@fairmark/persistence/database';
import { createTestDatabase, type TestDatabase } from '@fairmark/persistence/testing';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { engineActivities, ProcessEngine } from '../processes/index.js';
import { testWorker, timeSkipping, type TestWorker } from '../testing/temporal.js';
import { TemporalDriver } from '../testing/temporalDriver.js';
import { pdcaQuarterHandlers } from './index.js';
import { addTestRollout, listeningRollout, review, type TestRollout } from './testing.js';

let db: TestDatabase;
let database: Database;
let env: TestWorkflowEnvironment;
let worker: TestWorker;
let driver: TemporalDriver;
let rollout: TestRollout;
/** The clock that the rollout reads, and starts through the relay instead of an engine. */
const clock = { now: '', start: () => driver.settle() };

beforeAll(async () => {
  db = await createTestDatabase();
  ({ database } = db);
  env = await timeSkipping();
  worker = await testWorker({ connection: env.nativeConnection, activities: engineActivities(new ProcessEngine(database, [pdcaQuarterHandlers, listeningRollout([])])) });
  driver = new TemporalDriver(env, database);
  rollout = await addTestRollout(database, clock);
}, 120_000);
afterAll(async () => {
  await worker.stop();
  await env.teardown();
  await db.drop();
});

const accept = (quarter: string, step: string, action: string, body: Record<string, unknown> = {}) => driver.accept(rollout.leadId, rollout.workflow(quarter), step, action, body);
const begin = async (): Promise<string[]> => {
  clock.now = await driver.now();
  return rollout.quarters(first);
};
let first: string;
const until = async (date: string) => driver.until(`${date}T04:00:00.000Z`);
const steps = async (quarter: string) => (await database.read.all(sql<{ step: string }>`select step from visits where workflow_id = ${rollout.workflow(quarter)} and state = 'open'`)).map(({ step }) => step);
async function adopt(quarter: string, pair: number): Promise<void> {
  await accept(quarter, 'quarterReview', 'completeReview', review);
  await accept(quarter, 'adjustment', 'propose', { title: '移动权重', reason: '数据', touches: rollout.touches(pair), expected: { measure: 'retention', change: '0.05', text: '留存上升' } });
  await accept(quarter, 'adjustment', 'adopt', { planVersionId: await rollout.version(rollout.shifted(100, pair, (await rollout.planVersion()).document)) });
}
async function decide(quarter: string, decision: 'keep' | 'revert'): Promise<void> {
  const rows = await database.read.all(sql<{ id: string }>`select a.id from adjustments a join pdca_quarters q on q.id = a.quarter_id where q.quarter = ${quarter} and q.rollout_id = ${rollout.id}`);
  await accept(quarter, 'effect', 'decideEffect', { decisions: rows.map(({ id }) => ({ adjustmentId: id, decision, reason: '比较后决定' })) });
}

test('two quarters overlap on their workflows with real durations: one is kept, one reverted', async () => {
  first = localDateOf(await driver.now(), 'Asia/Shanghai');
  const one = quarterOf(first);
  const two = nextQuarter(one);
  expect(await begin()).toEqual([one]);
  await adopt(one, 0);
  await until(dateAfterMonths(quarterStart(one), 3));
  expect(await begin()).toEqual([two]);
  expect([await steps(one), await steps(two)]).toEqual([['tracking'], ['quarterReview']]);
  await adopt(two, 1);
  await until(dateAfterMonths(quarterStart(one), 5));
  expect([await steps(one), await steps(two)]).toEqual([['effect'], ['tracking']]);
  await decide(one, 'keep');
  await until(dateAfterMonths(quarterStart(two), 4));
  await decide(two, 'revert');
  const outcomes = await database.read.all(sql<{ outcome: string }>`select p.outcome from processes p where p.kind = 'pdcaQuarter' order by p.workflow_id`);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['kept', 'reverted']);
  expect((await rollout.planVersion()).document).toEqual(rollout.shifted(100, 0));
  await expect(env.client.workflow.getHandle(rollout.workflow(two)).result()).resolves.toBeDefined();
}, 60_000);
