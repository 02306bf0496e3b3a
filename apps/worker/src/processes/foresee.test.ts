import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { workflowId as ids } from '@fairmark/contracts/process';
import { sql } from '@fairmark/persistence/database';
import { createDelegation } from '@fairmark/persistence/delegations';
import { recordCommand, refuseForeseen, startProcess } from '@fairmark/persistence/process';
import { deliverCommand } from '@fairmark/runtime/commands';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { startWorkflow } from '../outbox/toTemporal.js';
import { addEmployee, fakeHandlers, startTestProcesses, type FakeProcess, type TestProcesses } from '../testing/index.js';
import { devServer, testWorker, type TestWorker } from '../testing/temporal.js';
import { engineActivities, ProcessEngine } from './index.js';

const fake: FakeProcess = { assignees: [], subjectId: null, timeout: 'remind', days: 60 };
let t: TestProcesses;
let env: TestWorkflowEnvironment;
let worker: TestWorker;
let engine: ProcessEngine;
let [first, second, stranger] = ['', '', ''];
let workflowId: string;
let visitId: string;

beforeAll(async () => {
  t = await startTestProcesses([fakeHandlers(fake)]);
  engine = new ProcessEngine(t.database, [fakeHandlers(fake)]);
  [first, second, stranger] = [await addEmployee(t.database.read), await addEmployee(t.database.read), await addEmployee(t.database.read)];
  fake.assignees = [first, second].map((employeeId) => ({ employeeId, why: 'chair' }));
  env = await devServer();
  worker = await testWorker({ connection: env.nativeConnection, activities: engineActivities(engine) });
}, 60_000);
afterAll(async () => {
  await worker.stop();
  await env.teardown();
  await t.stop();
});
beforeEach(async () => {
  const refId = randomUUID();
  workflowId = ids.calibration(refId);
  await t.database.read.run(sql`delete from delegations`);
  await t.database.transaction((tx) => startProcess(tx, { kind: 'calibration', workflowId, refId, step: 'opening' }));
  const { visits } = await engine.openProcess({ workflowId, now: new Date().toISOString() });
  visitId = String(visits[0]?.visitId);
});

const record = (actorId: string, { action = 'approve', key = randomUUID(), visit = visitId as string | null } = {}) => recordCommand(t.database.read, { workflowId, visitId: visit, actorId, action, key, body: {} });
const foresee = async (actorId: string, action = 'approve', visit: string | null = visitId) => refuseForeseen(t.database, { workflowId, updateId: (await record(actorId, { action, visit })).updateId });
const decide = async (actorId: string) => (await engine.decide({ workflowId, updateId: (await record(actorId)).updateId, now: new Date().toISOString() })).answer;
const state = (updateId: string) => t.database.read.one(sql`select state, answer, confirmed_at is not null as confirmed from commands where update_id = ${updateId}`);
/** A decision of somebody who shares the visit while it goes on. */
const done = (who: string) => t.database.read.run(sql`update tasks set state = 'done', decision = 'approved', decided_at = now(), decided_by = ${who} where visit_id = ${visitId} and assignee_id = ${who}`);

describe('a decision that is certain to be refused', () => {
  test('adds nothing to the history, and every repetition gets the answer of the worker', async () => {
    await startWorkflow(env.client, { kind: 'calibration', workflowId });
    const handle = env.client.workflow.getHandle(workflowId);
    const events = async () => (await handle.fetchHistory()).events ?? [];
    // Opening has been recorded and the workflow's own task is over: only then does the history stand still.
    const isOpen = (all: Awaited<ReturnType<typeof events>>) => all.some((one) => one.markerRecordedEventAttributes) && !all.at(-1)?.workflowTaskScheduledEventAttributes && !all.at(-1)?.workflowTaskStartedEventAttributes;
    let before = await events();
    while (!isOpen(before)) before = await events();
    const key = randomUUID();
    const { updateId, doubtful } = await record(stranger, { key });
    expect(doubtful).toBe(true);
    const refused = { status: 'refused', code: 'ACTOR.NOT_ASSIGNED', details: {} };
    expect(await refuseForeseen(t.database, { workflowId, updateId })).toEqual(refused);
    expect(await state(updateId)).toEqual({ state: 'refused', answer: refused, confirmed: true });
    expect(await record(stranger, { key })).toMatchObject({ updateId, answer: refused, doubtful: false });
    expect(await events()).toHaveLength(before.length);
    // The worker, asked after all, answers what was recorded.
    expect(await deliverCommand(env.client, t.database, { workflowId, updateId, deadlineMs: 10_000 })).toEqual(refused);
  });

  test('of somebody who comes late to a closed visit names who decided it', async () => {
    await decide(first);
    const answer = await foresee(second);
    expect(answer).toMatchObject({ code: 'VISIT.ALREADY_DECIDED', details: { decidedBy: first, outcome: 'approved' } });
    expect(await decide(second)).toEqual(answer);
  });

  test('of somebody who has already done their task in an open visit tells that', async () => {
    await done(first);
    const answer = await foresee(first);
    expect(answer).toMatchObject({ code: 'VISIT.ALREADY_DECIDED', details: { decidedBy: first, outcome: 'approved' } });
    expect(await decide(first)).toEqual(answer);
  });

  test('on a process that has ended', async () => {
    await decide(first);
    expect(await foresee(first, 'note', null)).toMatchObject({ code: 'PROCESS.CLOSED', details: { outcome: 'approved' } });
  });
});

describe('the worker is asked', () => {
  test.each([
    ['who has an open task', () => foresee(first)],
    ['whose action is not only for who is asked', () => foresee(stranger, 'decide')],
    ['who acts on the open process', () => foresee(stranger, 'note', null)],
    ['who has left', async () => (await t.database.read.run(sql`update employees set left_on = '2026-01-01' where id = ${stranger}`), foresee(stranger))],
  ])('for somebody %s', async (_who, answer) => {
    expect(await answer()).toBeNull();
    await t.database.read.run(sql`update employees set left_on = null where id = ${stranger}`);
  });

  test('for somebody who stands in for another', async () => {
    const [from, to] = [-1, 1].map((days) => new Date(Date.now() + days * 86_400_000).toISOString()) as [string, string];
    await t.database.transaction((tx) => createDelegation(tx, { delegatorId: first, delegateId: stranger, kinds: ['calibration'], from, to, reason: '年假' }, { by: first, at: from }));
    expect(await foresee(stranger)).toBeNull();
  });

  test('while something that came before is not applied yet', async () => {
    await t.database.read.run(sql`insert into process_events (workflow_id, name) values (${workflowId}, 'counted')`);
    expect(await foresee(stranger)).toBeNull();
    await t.database.read.run(sql`update process_events set state = 'applied' where workflow_id = ${workflowId}`);
    const other = await record(first);
    expect(await foresee(stranger)).toBeNull();
    await t.database.read.run(sql`delete from commands where update_id = ${other.updateId}`);
  });
});

test('of a decision and its foreseen refusal at the same moment one answers for both', async () => {
  const { updateId } = await record(stranger);
  const [foreseen, decided] = await Promise.all([refuseForeseen(t.database, { workflowId, updateId }), engine.decide({ workflowId, updateId, now: new Date().toISOString() })]);
  expect(decided.answer).toMatchObject({ code: 'ACTOR.NOT_ASSIGNED' });
  expect([null, decided.answer]).toContainEqual(foreseen);
});
