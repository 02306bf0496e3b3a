import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { StepRule } from '@fairmark/contracts/plans';
import { phaseAt } from '@fairmark/domain/history';
import { sql } from '@fairmark/persistence/database';
import { entriesUntil, historyObject, visitsAt } from '@fairmark/persistence/history';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { cycleActivitiesOf } from '../cycles/index.js';
import { Walk } from '../cycles/walk.js';
import { engineActivities, ProcessEngine } from '../processes/index.js';
import { allHandlers } from '../rules.js';
import { startTestProcesses, type TestProcesses } from '../testing/index.js';
import { TemporalDriver } from '../testing/temporalDriver.js';
import { devServer, testKeys, testWorker, type TestWorker } from '../testing/temporal.js';
import { positionsOf } from './positions.js';

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

interface Stand {
  at: string;
  step: string;
  visits: string[];
}

/** Stands that differ from the one before: a reminder or a refused decision changes nothing. */
const collapsed = (stands: readonly Stand[]): Stand[] => stands.filter((stand, index) => index === 0 || JSON.stringify([stand.step, stand.visits]) !== JSON.stringify([stands[index - 1]?.step, stands[index - 1]?.visits]));

it('PostgreSQL and the history of the workflow tell the same about every instant of a review, and why it stood there', async () => {
  const { database } = processes;
  const driver = new TemporalDriver(env, database);
  const walk = await Walk.launch(driver, database, { people: 1, steps, cycle: { periodStart: '2026-01-01', periodEnd: '2026-12-31', schedule: { period: { after: { n: 1, unit: 'second' } } } } });
  const [person] = walk.company.operators as [string];
  const workflowId = walk.workflowOf(person);
  await walk.act(person, person, 'goalProposal', 'submit', { items: [], personalGoals: [] });
  await walk.act(walk.manager, person, 'goalApproval', 'return', { reason: '请补充个人目标' });
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
  await env.client.workflow.getHandle(workflowId).result();

  const { id } = (await database.read.one(sql<{ id: string }>`select id from reviews where workflow_id = ${workflowId}`)) as { id: string };
  const object = await historyObject(database.read, 'review', id);
  if (!object) throw new Error('no such review');
  const replayed = collapsed((await positionsOf(await env.client.workflow.getHandle(workflowId).fetchHistory(), testKeys)).map(({ at, position }) => ({ at, step: position.step, visits: position.visits.map((visit) => `${visit.step} ${visit.visitId}`).sort() })));
  expect(replayed.length).toBeGreaterThan(10);
  // Every instant at which PostgreSQL says that something ended or began.
  const instants = await database.read.all(sql<{ at: string }>`select at from (select opened_at as at from visits where workflow_id = ${workflowId} union select closed_at from visits where workflow_id = ${workflowId}) i where at is not null order by at`);
  const told: Stand[] = [];
  for (const { at } of instants) {
    const visits = await visitsAt(database.read, object, at);
    const closed = object.closedAt !== null && object.closedAt <= at;
    told.push({ at, step: closed ? 'closed' : String(phaseAt('review', visits.map(({ step, since }) => ({ step, openedAt: since })))), visits: visits.map((visit) => `${visit.step} ${visit.id}`).sort() });
  }
  const states = collapsed(told);
  expect(states.map(({ step, visits }) => ({ step, visits }))).toEqual(replayed.map(({ step, visits }) => ({ step, visits })));
  // The workflow learns what was decided after it took effect, never before.
  states.forEach(({ at }, index) => expect(at <= String(replayed[index]?.at)).toBe(true));

  const returned = (await entriesUntil(database.read, object, replayed.at(-1)?.at ?? '')).find((entry) => entry.what === 'closed' && entry.outcome === 'returned');
  const again = await visitsAt(database.read, object, String(returned?.at));
  expect(again).toMatchObject([{ step: 'goalProposal', no: 2, people: [{ person: { id: person }, state: 'open' }], cause: { kind: 'decision', name: 'return', by: { id: walk.manager }, from: { step: 'goalApproval', no: 1 } } }]);
}, 120_000);
