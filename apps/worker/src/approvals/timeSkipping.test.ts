import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql, type Database } from '@fairmark/persistence/database';
import { createTestDatabase, type TestDatabase } from '@fairmark/persistence/testing';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { engineActivities, ProcessEngine } from '../processes/index.js';
import { allHandlers } from '../rules.js';
import { addEmployee } from '../testing/index.js';
import { testWorker, timeSkipping, type TestWorker } from '../testing/temporal.js';
import { TemporalDriver } from '../testing/temporalDriver.js';
import { startPlanApproval } from './planCase.js';

let db: TestDatabase;
let database: Database;
let env: TestWorkflowEnvironment;
let worker: TestWorker;
let driver: TemporalDriver;
const who: Record<string, string> = {};
const person = (name: string): string => String(who[name]);

beforeAll(async () => {
  db = await createTestDatabase();
  ({ database } = db);
  who['boss'] = await addEmployee(database.read);
  for (const name of ['hr', 'a', 'b']) who[name] = await addEmployee(database.read, { managerId: person('boss') });
  await database.read.run(sql`insert into role_grants (employee_id, role) values (${person('hr')}, 'hr')`);
  env = await timeSkipping();
  worker = await testWorker({ connection: env.nativeConnection, activities: engineActivities(new ProcessEngine(database, allHandlers)) });
  driver = new TemporalDriver(env, database);
}, 120_000);
afterAll(async () => {
  await worker.stop();
  await env.teardown();
  await db.drop();
});

const by = (...names: string[]) => names.map((name) => ({ type: 'person' as const, personId: person(name) }));
const node = (id: string, approvers: ReturnType<typeof by>, timeout: unknown, days: number) => ({ id, type: 'anyOf', title: { zh: id }, approvers, duration: { n: days, unit: 'day' }, reminders: [{ n: 1, unit: 'day' }], timeout, fallback: [] });

/** Starts an approval under a definition of its own. */
const begin = async (nodes: unknown): Promise<string> => (await startPlanApproval(driver, database, person('hr'), nodes)).workflowId;

const day = async (days: number): Promise<void> => driver.until(new Date(Date.parse(await driver.now()) + days * 86_400_000).toISOString());
const waiting = async (workflowId: string) =>
  (await database.read.all(sql<{ node: string; id: string }>`select v.node, t.assignee_id as id from visits v join tasks t on t.visit_id = v.id where v.workflow_id = ${workflowId} and v.state = 'open' and t.state = 'open' order by v.node, t.created_at, t.id`))
    .map(({ node: at, id }) => `${at} ${Object.keys(who).find((name) => who[name] === id) ?? id}`);
const notices = async (name: string, kind: string): Promise<number> => (await database.read.all(sql`select 1 from notices where employee_id = ${person(name)} and kind = ${kind}`)).length;

describe('deadlines of an approval on its workflow', () => {
  test('two branches have clocks of their own: one escalates, the other decides by time-out, recorded as nobody’s', async () => {
    const workflowId = await begin([
      { id: 'both', type: 'parallel', branches: [{ id: 'l', nodes: [node('slow', by('a'), { act: 'escalate' }, 3)] }, { id: 'r', nodes: [node('quick', by('b'), { act: 'default', decision: 'approve' }, 6)] }] },
    ]);
    expect(await waiting(workflowId)).toEqual(['quick b', 'slow a']);
    await day(4.5);
    expect(await waiting(workflowId)).toEqual(['quick b', 'slow boss']);
    expect(await notices('a', 'approval.escalated')).toBe(1);
    await day(3);
    expect(await waiting(workflowId)).toEqual(['slow boss']);
    expect(await database.read.one(sql`select closed_by as by, outcome from visits where workflow_id = ${workflowId} and node = 'quick'`)).toEqual({ by: null, outcome: 'approved' });
    expect(await database.read.one(sql`select x.details ->> 'by' as by, x.actor_id as actor from approval_entries x join approval_instances i on i.id = x.approval_id where i.workflow_id = ${workflowId} and x.node = 'quick' and x.what = 'timeout'`)).toEqual({ by: 'timeout', actor: null });
    await driver.accept(person('boss'), workflowId, 'approval', 'approve');
    expect(await env.client.workflow.getHandle(workflowId).result()).toBe('approved');
  }, 120_000);

  test('a returned case waits for its submitter with a clock of its own, and never inherits a passed deadline', async () => {
    const workflowId = await begin([node('only', by('a'), { act: 'escalate' }, 3)]);
    await day(2);
    await driver.accept(person('a'), workflowId, 'approval', 'return', { to: 'submitter', then: 'rerun', comment: '补充' });
    await day(30);
    expect((await driver.visit(workflowId, 'resubmission')).timeout).toBe('remind');
    await driver.accept(person('hr'), workflowId, 'resubmission', 'resubmit', {});
    const { dueAt } = await driver.visit(workflowId, 'approval');
    expect(String(dueAt) > (await driver.now())).toBe(true);
    expect(await waiting(workflowId)).toEqual(['only a']);
    await day(4.5);
    expect(await waiting(workflowId)).toEqual(['only boss']);
    await driver.accept(person('boss'), workflowId, 'approval', 'approve');
  }, 120_000);
});
