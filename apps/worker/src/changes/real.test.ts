import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommandAnswer } from '@fairmark/contracts/process';
import { orgEvent } from '@fairmark/domain/changes';
import { advanceChanges, registerChanges } from '@fairmark/persistence/changes';
import { sql } from '@fairmark/persistence/database';
import { createDelegation } from '@fairmark/persistence/delegations';
import { recordCommand } from '@fairmark/persistence/process';
import { deliverCommand } from '@fairmark/runtime/commands';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { startWorkflow } from '../outbox/toTemporal.js';
import { engineActivities, ProcessEngine } from '../processes/index.js';
import { proposal, startReviewWorld, type ReviewCase, type ReviewWorld } from '../reviews/testing.js';
import { allHandlers } from '../rules.js';
import { devServer, testWorker, type TestWorker } from '../testing/temporal.js';
import { TemporalDriver } from '../testing/temporalDriver.js';

let world: ReviewWorld;
let temporal: TestWorkflowEnvironment;
let worker: TestWorker;
let driver: TemporalDriver;
let review: ReviewCase;
beforeAll(async () => {
  world = await startReviewWorld(new Date().toISOString());
  const { database } = world.processes;
  temporal = await devServer();
  worker = await testWorker({ connection: temporal.nativeConnection, activities: engineActivities(new ProcessEngine(database, allHandlers)) });
  driver = new TemporalDriver(temporal, database);
  review = await world.begin();
  await startWorkflow(temporal.client, { kind: 'review', workflowId: review.workflowId });
}, 90_000);
afterAll(async () => {
  await worker.stop();
  await temporal.teardown();
  await world.stop();
}, 30_000);

async function decide(actorId: string, visitId: string, action: string, receivedAt: string): Promise<CommandAnswer | null> {
  const { database } = world.processes;
  const { updateId } = await recordCommand(database.read, { workflowId: review.workflowId, visitId, actorId, action, key: randomUUID(), body: {}, receivedAt });
  return deliverCommand(temporal.client, database, { workflowId: review.workflowId, updateId, deadlineMs: 10_000 });
}

describe('on the real Temporal server', () => {
  it('a change reaches a running review once, and a substitute of the new manager decides for them until the delegation has ended', async () => {
    const { database } = world.processes;
    const now = new Date().toISOString();
    const today = now.slice(0, 10);
    await driver.accept(review.employee, review.workflowId, 'goalProposal', 'submit', proposal('95000'));
    await database.read.run(sql`update employee_managers set manager_id = ${review.head} where employee_id = ${review.employee}`);
    const event = orgEvent({ kind: 'managerChanged', number: 'O00000', fromManager: 'L00000', toManager: 'H00000', effectiveOn: today });
    for (let twice = 0; twice < 2; twice += 1) await database.transaction((tx) => registerChanges(tx, [event], { source: 'hr', origin: 'real', importId: null, by: null, at: now, today }));
    while (await advanceChanges(database, now)) await driver.settle();
    const visit = await driver.visit(review.workflowId, 'goalApproval');
    expect(await database.read.all(sql`select assignee_id as id from tasks where visit_id = ${visit.id} and state = 'open'`)).toEqual([{ id: review.head }]);
    expect(await database.read.one(sql`select count(*)::integer as changes, (select count(*)::integer from task_moves) as moves from org_changes where state = 'applied'`)).toEqual({ changes: 1, moves: 1 });
    const ends = new Date(Date.parse(now) + 3_600_000).toISOString();
    await database.transaction((tx) => createDelegation(tx, { delegatorId: review.head, delegateId: review.executive, kinds: ['review'], from: now, to: ends, reason: '出差' }, { by: review.head, at: now }));
    expect(await decide(review.executive, visit.id, 'approve', ends)).toMatchObject({ status: 'refused', code: 'DELEGATION.ENDED' });
    expect(await decide(review.executive, visit.id, 'approve', new Date(Date.parse(ends) - 1).toISOString())).toMatchObject({ status: 'applied' });
    expect(await database.read.one(sql`select closed_by as by, on_behalf_of as "onBehalfOf" from visits where id = ${visit.id}`)).toEqual({ by: review.executive, onBehalfOf: review.head });
  }, 60_000);
});
