import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { workflowId as ids, type ProcessActivities } from '@fairmark/contracts/process';
import { sql } from '@fairmark/persistence/database';
import { recordCommand, startProcess } from '@fairmark/persistence/process';
import { deliverCommand } from '@fairmark/runtime/commands';
import { createLogger } from '@fairmark/runtime/logging';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { relayPage } from '../outbox/relay.js';
import { relaySignal, relayStart, startWorkflow } from '../outbox/toTemporal.js';
import { rebuildWorkflows } from '../rebuild/rebuild.js';
import { reconcile } from '../reconciler/reconciler.js';
import { addEmployee, fakeHandlers, startTestProcesses, type FakeProcess, type TestProcesses } from '../testing/index.js';
import { devServer, testWorker, type TestWorker } from '../testing/temporal.js';
import { engineActivities, ProcessEngine } from './index.js';

const logger = createLogger('test', 'silent');
const fake: FakeProcess = { assignees: [], subjectId: null, timeout: 'remind', days: 60 };
let t: TestProcesses;
let env: TestWorkflowEnvironment;
let worker: TestWorker;
let people: string[];
/** What the next calls of `decide` do instead of answering. */
let faults: (() => Promise<never>)[] = [];

function activities(): ProcessActivities {
  const engine = engineActivities(new ProcessEngine(t.database, [fakeHandlers(fake)]));
  return {
    ...engine,
    decide: async (args) => {
      const result = await engine.decide(args);
      return faults.length > 0 ? (faults.shift() as () => Promise<never>)() : result;
    },
  };
}

beforeAll(async () => {
  t = await startTestProcesses([fakeHandlers(fake)]);
  people = await Promise.all(Array.from({ length: 12 }, () => addEmployee(t.database.read)));
  fake.assignees = people.map((employeeId) => ({ employeeId, why: 'chair' }));
  env = await devServer();
  worker = await testWorker({ connection: env.nativeConnection, activities: activities() });
}, 60_000);
afterAll(async () => {
  await worker.stop();
  await env.teardown();
  await t.stop();
});
beforeEach(() => {
  faults = [];
});

const relay = () => relayPage(t.database, { start: (row) => relayStart(env.client, t.database, row), signal: (row) => relaySignal(env.client, t.database, row), mail: async () => 'done', webhook: async () => 'done', export: async () => 'done' }, logger);
const row = (workflowId: string) => ({ kind: 'calibration' as const, workflowId });

async function begin(): Promise<{ workflowId: string; visitId: string }> {
  const refId = randomUUID();
  const workflowId = ids.calibration(refId);
  await t.database.transaction((tx) => startProcess(tx, { ...row(workflowId), refId, step: 'opening' }));
  await relay();
  await env.client.workflow.getHandle(workflowId).query('position');
  const visit = async () => (await t.database.read.one(sql<{ id: string }>`select id from visits where workflow_id = ${workflowId}`))?.id;
  for (let id = await visit(); ; id = await visit()) if (id) return { workflowId, visitId: id };
}

const record = (workflowId: string, visitId: string | null, actorId: string, action: string) =>
  recordCommand(t.database.read, { workflowId, visitId, actorId, action, key: randomUUID(), body: {} });
const send = async (workflowId: string, updateId: string, deadlineMs = 10_000) => deliverCommand(env.client, t.database, { workflowId, updateId, deadlineMs });
const command = (updateId: string) => t.database.read.one(sql<{ state: string; confirmed: boolean }>`select state, confirmed_at is not null as confirmed from commands where update_id = ${updateId}`);
const late = (updateId: string) => t.database.read.run(sql`update commands set received_at = received_at - interval '1 minute' where update_id = ${updateId}`);

describe('a decision through Temporal', () => {
  test('of twelve people at once one wins and eleven learn who; everything is confirmed', async () => {
    const { workflowId, visitId } = await begin();
    const recorded = await Promise.all(people.map((actorId) => record(workflowId, visitId, actorId, 'approve')));
    const answers = await Promise.all(recorded.map(({ updateId }) => send(workflowId, updateId)));
    expect(answers.map((answer) => answer?.status).sort()).toEqual(['applied', ...Array.from({ length: 11 }, () => 'refused')]);
    expect(await t.database.read.all(sql`select 1 from commands where workflow_id = ${workflowId} and confirmed_at is null`)).toEqual([]);
    expect(await env.client.workflow.getHandle(workflowId).result()).toBe('approved');
  });

  test('on a workflow that has ended is answered from the record', async () => {
    const { workflowId, visitId } = await begin();
    const first = await record(workflowId, visitId, String(people[0]), 'approve');
    await send(workflowId, first.updateId);
    await env.client.workflow.getHandle(workflowId).result();
    const second = await record(workflowId, visitId, String(people[1]), 'approve');
    expect(await send(workflowId, second.updateId)).toMatchObject({ status: 'refused', code: 'VISIT.ALREADY_DECIDED', details: { decidedBy: people[0] } });
    expect(await command(second.updateId)).toEqual({ state: 'refused', confirmed: true });
  });

  test('whose workflow is started while it waits arrives', async () => {
    const refId = randomUUID();
    const workflowId = ids.calibration(refId);
    await t.database.transaction((tx) => startProcess(tx, { ...row(workflowId), refId, step: 'opening' }));
    const { updateId } = await record(workflowId, null, String(people[0]), 'note');
    const answer = send(workflowId, updateId);
    await relay();
    expect(await answer).toMatchObject({ status: 'applied', outcome: 'noted' });
  });
});

describe('a commit whose answer is lost', () => {
  test('is answered by the next attempt from the record, applied once', async () => {
    const { workflowId } = await begin();
    faults = [async () => Promise.reject(new Error('the worker died'))];
    const { updateId } = await record(workflowId, null, String(people[0]), 'note');
    expect(await send(workflowId, updateId)).toMatchObject({ status: 'applied' });
    expect(await t.database.read.all(sql`select 1 from audit.entries where chain = ${workflowId} and action = 'fake.noted'`)).toHaveLength(1);
  });

  test('and whose update is lost with it is confirmed by the reconciler, once it is old enough', async () => {
    const { workflowId, visitId } = await begin();
    const { updateId } = await record(workflowId, visitId, String(people[0]), 'approve');
    // The engine committed, and the update never reached the workflow: as after a kill of worker, server and API in that moment.
    await activities().decide({ workflowId, updateId, now: new Date().toISOString() });
    expect(await command(updateId)).toEqual({ state: 'applied', confirmed: false });
    expect(await reconcile(t.database, env.client, logger)).toBe(0);
    await late(updateId);
    expect(await reconcile(t.database, env.client, logger)).toBe(1);
    expect(await command(updateId)).toEqual({ state: 'applied', confirmed: true });
    expect(await env.client.workflow.getHandle(workflowId).result()).toBe('approved');
  });

  test('while no worker runs is unknown in time, and applied when one is back', async () => {
    const { workflowId } = await begin();
    await worker.stop();
    const { updateId } = await record(workflowId, null, String(people[0]), 'note');
    expect(await send(workflowId, updateId, 1_000)).toBeNull();
    worker = await testWorker({ connection: env.nativeConnection, activities: activities() });
    await late(updateId);
    expect(await reconcile(t.database, env.client, logger)).toBe(1);
    expect(await command(updateId)).toEqual({ state: 'applied', confirmed: true });
  }, 30_000);
});

describe('starting', () => {
  test('twice runs once, and a closed workflow is not started anew by the relay', async () => {
    const { workflowId, visitId } = await begin();
    await startWorkflow(env.client, row(workflowId));
    const { updateId } = await record(workflowId, visitId, String(people[0]), 'approve');
    await send(workflowId, updateId);
    await env.client.workflow.getHandle(workflowId).result();
    await startWorkflow(env.client, row(workflowId));
    expect((await env.client.workflow.getHandle(workflowId).describe()).status.name).toBe('COMPLETED');
  });

  test('a rebuild takes up a lost workflow at its present visit, with the events that wait; again changes nothing', async () => {
    const { workflowId, visitId } = await begin();
    await env.client.workflow.getHandle(workflowId).terminate();
    await t.database.read.run(sql`insert into process_events (workflow_id, name) values (${workflowId}, 'counted')`);
    expect(await rebuildWorkflows(t.database, env.client)).toMatchObject({ events: 1 });
    expect(await rebuildWorkflows(t.database, env.client)).toMatchObject({ events: 0 });
    await relay();
    const { updateId } = await record(workflowId, visitId, String(people[0]), 'approve');
    expect(await send(workflowId, updateId)).toMatchObject({ status: 'applied' });
    const actions = await t.database.read.all(sql<{ action: string }>`select action from audit.entries where chain = ${workflowId} order by seq`);
    expect(actions.map((entry) => entry.action)).toEqual(['fake.opened', 'fake.counted', 'fake.approved']);
  });
});
