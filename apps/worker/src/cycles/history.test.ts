import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { StepRule } from '@fairmark/contracts/plans';
import { dataConverter } from '@fairmark/runtime/temporal';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { engineActivities, ProcessEngine } from '../processes/index.js';
import { allHandlers } from '../rules.js';
import { startTestProcesses, type TestProcesses } from '../testing/index.js';
import { TemporalDriver } from '../testing/temporalDriver.js';
import { devServer, testKeys, testWorker, workflowBundle, type TestWorker } from '../testing/temporal.js';
import { cycleActivitiesOf } from './index.js';
import { Walk } from './walk.js';

/** Of a review that nothing disturbs. */
const BUDGET = 150;
/** What a review of half a year has above this short one: five monthly check-ins, each a timer that fires (itself, a workflow task, a local activity, the next timer). */
const CHECK_INS = 5;
const EVENTS_OF_A_TIMER = 6;

const seconds = (n: number): StepRule => ({ duration: { n, unit: 'second' }, remindBefore: [], timeout: { kind: 'default' } });
const steps = { publicationLead: { ...seconds(1), timeout: { kind: 'escalate' } }, acknowledgement: seconds(6), interviewFloor: { ...seconds(1), timeout: { kind: 'escalate' } } } as const;

let processes: TestProcesses;
let env: TestWorkflowEnvironment;
let worker: TestWorker;

beforeAll(async () => {
  processes = await startTestProcesses(allHandlers);
  env = await devServer();
  worker = await testWorker({ connection: env.nativeConnection, activities: { ...engineActivities(new ProcessEngine(processes.database, allHandlers)), ...cycleActivitiesOf(processes.database) } });
}, 120_000);
afterAll(async () => {
  await worker.stop();
  await env.teardown();
  await processes.stop();
}, 30_000);

it('an undisturbed review from its goals to its close keeps to its budget of events, and its history can be replayed', async () => {
  const driver = new TemporalDriver(env, processes.database);
  const walk = await Walk.launch(driver, processes.database, { people: 1, steps, cycle: { periodStart: '2026-01-01', periodEnd: '2026-12-31', schedule: { period: { after: { n: 1, unit: 'second' } } } } });
  const [person] = walk.company.operators as [string];
  const workflowId = walk.workflowOf(person);
  await walk.act(person, person, 'goalProposal', 'submit', { items: [], personalGoals: [] });
  await walk.act(walk.manager, person, 'goalApproval', 'approve');
  await driver.reaches(workflowId, 'selfReview');
  await walk.act(person, person, 'selfReview', 'submit', { items: [], summary: '完成' });
  await walk.score(person);
  await walk.signOff();
  await walk.publish(person);
  await driver.reaches(workflowId, 'result');
  await walk.act(person, person, 'acknowledgement', 'seen');
  for (const confirmation of [1, 2]) await walk.act(person, person, 'acknowledgement', 'accept', { confirmation });
  await walk.interview(person);
  await driver.reaches(workflowId, 'closed');
  const handle = env.client.workflow.getHandle(workflowId);
  await handle.result();
  const history = await handle.fetchHistory();
  expect(history.events?.length).toBeLessThanOrEqual(BUDGET - CHECK_INS * EVENTS_OF_A_TIMER);
  await Worker.runReplayHistory({ workflowBundle: await workflowBundle(), dataConverter: dataConverter(testKeys) }, history, workflowId);
}, 90_000);
