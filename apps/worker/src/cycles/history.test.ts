import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { dataConverter } from '@fairmark/runtime/temporal';
import { Worker } from '@temporalio/worker';
import { allHandlers } from '../rules.js';
import { TemporalDriver } from '../testing/temporalDriver.js';
import { testKeys, workflowBundle } from '../testing/temporal.js';
import { startWorkedProcesses, type WorkedProcesses } from '../testing/worked.js';
import { cycleActivitiesOf } from './index.js';
import { shortYear } from './testing.js';
import { Walk } from './walk.js';

/** Of a review that nothing disturbs. */
const BUDGET = 150;
/** What a review of half a year has above this short one: five monthly check-ins, each a timer that fires (itself, a workflow task, a local activity, the next timer). */
const CHECK_INS = 5;
const EVENTS_OF_A_TIMER = 6;

let processes: WorkedProcesses;

beforeAll(async () => {
  processes = await startWorkedProcesses('real', allHandlers, cycleActivitiesOf);
}, 120_000);
afterAll(() => processes.stop(), 30_000);

it('an undisturbed review from its goals to its close keeps to its budget of events, and its history can be replayed', async () => {
  const driver = new TemporalDriver(processes.env, processes.database);
  const walk = await Walk.launch(driver, processes.database, shortYear);
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
  const handle = processes.env.client.workflow.getHandle(workflowId);
  await handle.result();
  const history = await handle.fetchHistory();
  expect(history.events?.length).toBeLessThanOrEqual(BUDGET - CHECK_INS * EVENTS_OF_A_TIMER);
  await Worker.runReplayHistory({ workflowBundle: await workflowBundle(), dataConverter: dataConverter(testKeys) }, history, workflowId);
}, 90_000);
