import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workflowId, type Position } from '@fairmark/contracts/process';
import { loadCycle } from '@fairmark/persistence/cycles';
import { sql, type Database } from '@fairmark/persistence/database';
import { recordCommand } from '@fairmark/persistence/process';
import { createTestCompany, type TestCompany } from '@fairmark/persistence/testing';
import { deliverCommand } from '@fairmark/runtime/commands';
import { createLogger } from '@fairmark/runtime/logging';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { relayPage } from '../outbox/relay.js';
import { relaySignal, relayStart } from '../outbox/toTemporal.js';
import { engineActivities, ProcessEngine } from '../processes/index.js';
import { allHandlers } from '../rules.js';
import { startTestProcesses, type TestProcesses } from '../testing/index.js';
import { devServer, testWorker, type TestWorker } from '../testing/temporal.js';
import { cycleActivitiesOf } from './index.js';
import { launchTestCycle } from './testing.js';

const logger = createLogger('test', 'silent');
/** 48 operators, 6 leads, 3 heads, 2 of HR. */
const PEOPLE = 59;
let processes: TestProcesses;
let database: Database;
let company: TestCompany;
let temporal: TestWorkflowEnvironment;
let worker: TestWorker;
/** What the next launches do after their first page. */
let faults: (() => void)[] = [];

function activities(): object {
  const cycles = cycleActivitiesOf(database);
  const launchReviews = async (args: { workflowId: string }): Promise<Position> => {
    const fault = faults.shift();
    if (!fault) return cycles.launchReviews(args);
    await cycles.launchReviews(args);
    fault();
    throw new Error('the worker died before it could answer');
  };
  return { ...engineActivities(new ProcessEngine(database, allHandlers)), ...cycles, launchReviews };
}

const relay = () => relayPage(database, { start: (row) => relayStart(temporal.client, database, row), signal: (row) => relaySignal(temporal.client, database, row), mail: async () => 'done', webhook: async () => 'done', export: async () => 'done' }, logger);

/** Hands messages over until PostgreSQL says what is waited for. */
async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) if ((await relay()) === 0) await sleep(50);
}

const count = async (table: string): Promise<number> => (await database.read.one(sql<{ count: number }>`select count(*)::integer as count from ${sql.raw(table)}`))?.count ?? 0;

async function decide(cycleId: string, actorId: string, action: string, body: Record<string, unknown>) {
  const id = workflowId.cycle(cycleId);
  const { updateId } = await recordCommand(database.read, { workflowId: id, visitId: null, actorId, action, key: crypto.randomUUID(), body });
  return deliverCommand(temporal.client, database, { workflowId: id, updateId, deadlineMs: 10_000 });
}

beforeAll(async () => {
  processes = await startTestProcesses(allHandlers);
  ({ database } = processes);
  company = await createTestCompany(database, { operators: 48 });
  temporal = await devServer();
  worker = await testWorker({ connection: temporal.nativeConnection, activities: activities() });
}, 90_000);
afterAll(async () => {
  await worker.stop();
  await temporal.teardown();
  await processes.stop();
}, 30_000);

describe('a cycle on the real Temporal server', () => {
  it('launches once although the answer of the launch was lost, opens every review, and is cancelled by two people', async () => {
    faults = [() => undefined];
    const cycleId = await launchTestCycle(database, company, { expectedPeople: PEOPLE, now: new Date().toISOString(), cycle: { periodStart: '2030-01-01', periodEnd: '2030-03-31' } });
    const cycle = temporal.client.workflow.getHandle(workflowId.cycle(cycleId));
    await until(async () => (await count("visits where step = 'goalProposal'")) === PEOPLE && (await loadCycle(database.read, cycleId))?.state === 'running');
    expect([await count('reviews'), await count("processes where kind = 'review'"), await count('visits')]).toEqual([PEOPLE, PEOPLE, PEOPLE]);
    const running = await temporal.client.workflow.count(`WorkflowType = 'employeeReviewWorkflow'`);
    expect(running.count).toBe(PEOPLE);
    const asked = await decide(cycleId, company.hr[0], 'cancel', { reason: '演练' });
    expect(asked).toMatchObject({ status: 'applied', outcome: 'awaitingSecondPerson' });
    const requestId = asked?.status === 'applied' ? asked.details['requestId'] : undefined;
    expect(await decide(cycleId, company.hr[1], 'confirm', { requestId })).toMatchObject({ status: 'applied', outcome: 'cancelled' });
    await until(async () => (await count("reviews where state = 'cancelled'")) === PEOPLE && (await loadCycle(database.read, cycleId))?.closedAt != null);
    expect(await cycle.result()).toBe('cancelled');
  }, 120_000);
});
