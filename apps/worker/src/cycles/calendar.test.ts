import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workflowId } from '@fairmark/contracts/process';
import type { StepRule } from '@fairmark/contracts/plans';
import { loadCycle } from '@fairmark/persistence/cycles';
import { sql } from '@fairmark/persistence/database';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { startWorkflow } from '../outbox/toTemporal.js';
import { engineActivities, ProcessEngine } from '../processes/index.js';
import { allHandlers } from '../rules.js';
import { startTestProcesses, type TestProcesses } from '../testing/index.js';
import { onCalendar, TemporalDriver } from '../testing/temporalDriver.js';
import { testWorker, timeSkipping, type TestWorker } from '../testing/temporal.js';
import { CycleActivities } from './index.js';
import { Walk } from './walk.js';

/** Friday, 09:00 in Shanghai. China is off from 1 to 7 October and works on Saturday 10; Germany is off on Saturday 3 only. */
const FRIDAY = '2026-09-25T01:00:00.000Z';
const days = (n: number, timeout: 'default' | 'escalate'): StepRule => ({ duration: { n, unit: 'workingDay' }, remindBefore: [{ n: 1, unit: 'workingDay' }], timeout: { kind: timeout } });
const steps = { goalProposal: days(6, 'default'), goalApproval: days(5, 'escalate'), goalDrafting: days(5, 'escalate'), goalObjection: days(5, 'default') };

let processes: TestProcesses;
let env: TestWorkflowEnvironment;
let worker: TestWorker;
let driver: TemporalDriver;
let walk: Walk;
let [shanghai, berlin] = ['', ''];

beforeAll(async () => {
  processes = await startTestProcesses(allHandlers);
  const { database } = processes;
  env = await timeSkipping();
  const aheadMs = (await env.currentTimeMs()) - Date.parse(FRIDAY);
  driver = new TemporalDriver(env, database, aheadMs);
  const launching = new CycleActivities(database, () => ({ beat: () => undefined, signal: new AbortController().signal }), () => FRIDAY);
  const activities = { ...onCalendar(engineActivities(new ProcessEngine(database, allHandlers)), aheadMs), launchReviews: launching.launchReviews.bind(launching), checkCycle: launching.checkCycle.bind(launching) };
  worker = await testWorker({ connection: env.nativeConnection, activities });
  walk = await Walk.launch(driver, database, {
    people: 2, steps, cycle: { periodStart: '2026-07-01', periodEnd: '2026-10-31' },
    prepare: async ({ operators }) => void (await database.read.run(sql`update employees set zone = 'Europe/Berlin', country = 'DE' where id = ${operators[1]}`)),
  });
  [shanghai, berlin] = walk.company.operators as [string, string];
  // A cycle looks after its reviews every ten minutes: three months of that are another test's business. It is rebuilt at the end.
  await env.client.workflow.getHandle(workflowId.cycle(walk.cycleId)).terminate();
}, 120_000);
afterAll(async () => {
  await worker.stop();
  await env.teardown();
  await processes.stop();
});

const visit = (person: string, step: string) => driver.visit(walk.workflowOf(person), step);
const dueOf = async (person: string, step: string) => (await visit(person, step)).dueAt;
const waitsFor = async (person: string, step: string) => (await processes.database.read.all(sql<{ id: string }>`select assignee_id as id from tasks where visit_id = ${(await visit(person, step)).id} and state = 'open'`)).map((row) => row.id);
const reminders = async (person: string, step: string) => (await processes.database.read.all(sql`select 1 from notices where visit_id = ${(await visit(person, step)).id} and kind = ${`reminder.${step}`}`)).length;
const goals = async (person: string) => {
  const { step, goalsOutcome } = await walk.review(person);
  return [step, goalsOutcome];
};

describe('goals across the holidays', () => {
  it('are proposed by the days of each person: seven holidays and a make-up Saturday here, none there', async () => {
    expect([await dueOf(shanghai, 'goalProposal'), await dueOf(berlin, 'goalProposal')]).toEqual(['2026-10-10T16:00:00.000Z', '2026-10-05T22:00:00.000Z']);
    await driver.until('2026-09-28T01:00:00.000Z');
    await walk.act(shanghai, shanghai, 'goalProposal', 'submit', { items: [], personalGoals: [] });
    expect(await dueOf(shanghai, 'goalApproval')).toBe('2026-10-10T16:00:00.000Z');
  });

  it('bring themselves to mind on the morning of the last working day, there', async () => {
    await driver.until('2026-10-05T06:59:00.000Z');
    expect(await reminders(berlin, 'goalProposal')).toBe(0);
    await driver.until('2026-10-05T07:01:00.000Z');
    expect(await reminders(berlin, 'goalProposal')).toBe(1);
  });

  it('that nobody proposed go to the manager, in the middle of the holidays, with days that count from their end', async () => {
    await driver.until('2026-10-05T22:01:00.000Z');
    expect([await waitsFor(berlin, 'goalDrafting'), await dueOf(berlin, 'goalDrafting')]).toEqual([[walk.manager], '2026-10-13T16:00:00.000Z']);
  });

  it('bring themselves to mind on the make-up Saturday', async () => {
    await driver.until('2026-10-10T00:59:00.000Z');
    expect(await reminders(shanghai, 'goalApproval')).toBe(0);
    await driver.until('2026-10-10T01:01:00.000Z');
    expect(await reminders(shanghai, 'goalApproval')).toBe(1);
  });

  it('do not pass by time-out: the next manager gets them with a fresh clock', async () => {
    await driver.until('2026-10-10T16:01:00.000Z');
    expect([await goals(shanghai), await waitsFor(shanghai, 'goalApproval'), await dueOf(shanghai, 'goalApproval')]).toEqual([['goalSetting', null], [walk.head], '2026-10-16T16:00:00.000Z']);
    await driver.until('2026-10-12T02:00:00.000Z');
    await walk.act(walk.head, shanghai, 'goalApproval', 'approve');
    expect([await goals(shanghai), await dueOf(shanghai, 'period')]).toEqual([['period', 'agreed'], '2026-10-31T16:00:00.000Z']);
    await driver.until('2026-10-13T16:01:00.000Z');
    expect([await goals(berlin), await waitsFor(berlin, 'goalDrafting'), await dueOf(berlin, 'goalDrafting')]).toEqual([['goalSetting', null], [walk.head], '2026-10-21T16:00:00.000Z']);
  });

  it('that were drafted are agreed by the person, by the days of the person', async () => {
    await driver.until('2026-10-15T02:00:00.000Z');
    await walk.act(walk.head, berlin, 'goalDrafting', 'submit', { items: [], personalGoals: [] });
    expect([await goals(berlin), await dueOf(berlin, 'goalObjection')]).toEqual([['goalSetting', null], '2026-10-22T22:00:00.000Z']);
    await walk.act(berlin, berlin, 'goalObjection', 'accept');
    // Between the two dates Germany sets its clocks back.
    expect([(await goals(berlin))[0], await dueOf(berlin, 'period')]).toEqual(['period', '2026-10-31T23:00:00.000Z']);
  });
});

describe('the rest of the cycle', () => {
  it('begins for each person when their period ends', async () => {
    await driver.until('2026-10-31T16:01:00.000Z');
    expect([(await goals(shanghai))[0], (await goals(berlin))[0]]).toEqual(['selfReview', 'period']);
    await driver.until('2026-10-31T23:01:00.000Z');
    expect([await dueOf(shanghai, 'selfReview'), await dueOf(berlin, 'selfReview')]).toEqual(['2026-11-06T16:00:00.000Z', '2026-11-06T23:00:00.000Z']);
  });

  it('scores both, the one who did not review themselves too, and publishes after two working days', async () => {
    await driver.until('2026-11-02T02:00:00.000Z');
    await walk.act(shanghai, shanghai, 'selfReview', 'submit', { items: [], summary: '完成' });
    await walk.score(shanghai);
    await driver.until('2026-11-06T23:01:00.000Z');
    expect(await dueOf(berlin, 'scoring')).toBe('2026-11-13T16:00:00.000Z');
    await driver.until('2026-11-10T02:00:00.000Z');
    await walk.score(berlin);
    await walk.signOff();
    expect(await walk.publish(shanghai)).toBe('2026-11-12T16:00:00.000Z');
  });

  it('ends with the window of each person, and with both the cycle, whose workflow was rebuilt', async () => {
    await driver.until('2026-11-12T16:01:00.000Z');
    expect([await dueOf(shanghai, 'acknowledgement'), await dueOf(berlin, 'acknowledgement')]).toEqual(['2026-11-24T16:00:00.000Z', '2026-11-23T23:00:00.000Z']);
    await driver.until('2026-11-13T08:00:00.000Z');
    for (const person of [shanghai, berlin]) await walk.interview(person);
    await driver.until('2026-11-24T15:55:00.000Z');
    await startWorkflow(env.client, { kind: 'cycle', workflowId: workflowId.cycle(walk.cycleId) }, 'ALLOW_DUPLICATE');
    await driver.until('2026-11-24T16:01:00.000Z');
    expect([(await walk.review(shanghai)).finalAt, (await walk.review(berlin)).finalAt]).toEqual(['2026-11-24T16:00:00.000Z', '2026-11-23T23:00:00.000Z']);
    expect(await loadCycle(processes.database.read, walk.cycleId)).toMatchObject({ state: 'closed', openCount: 0 });
  });
});
