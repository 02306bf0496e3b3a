import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CommandAnswer } from '@fairmark/contracts/process';
import { sql } from '@fairmark/persistence/database';
import type { Client } from '@temporalio/client';
import { newReview, newVisit, type ReviewRows } from '../inbox/testRows.js';
import { startTestApi, type Agent, type TestApi, type TestEmployee } from '../testing/index.js';
import { ProcessesModule } from './processes.module.js';

let api: TestApi;
let manager: TestEmployee;
let stranger: TestEmployee;
let rows: ReviewRows;
let visitId: string;
let agent: Agent;
/** Updates that reached Temporal, and what it answers. */
let sent: string[] = [];
let answer: (updateId: string) => Promise<CommandAnswer>;

const handle = { executeUpdate: (_: string, { updateId }: { updateId: string }) => (sent.push(updateId), answer(updateId)) };
const temporal = { withDeadline: (_: unknown, work: () => unknown) => work(), workflow: { getHandle: () => handle }, connection: { close: async () => undefined } } as unknown as Client;

beforeAll(async () => {
  api = await startTestApi({ features: [ProcessesModule], temporal });
  const department = await api.newDepartment();
  manager = await api.newEmployee({ department, name: '王经理' });
  stranger = await api.newEmployee({ department });
  const employee = await api.newEmployee({ department, manager: manager.id });
  rows = await newReview(api.database, { hr: manager.id, employee: employee.id, department });
  visitId = await newVisit(api.database, { workflowId: rows.workflowId, step: 'acknowledgement', subjectId: employee.id, people: { [manager.id]: 'lineManager' } });
  agent = await api.signInAs(manager);
});
afterAll(() => api.close());
beforeEach(() => {
  sent = [];
  answer = async () => ({ status: 'applied', outcome: 'done', details: {} });
});

const decide = (body: unknown, key: string | undefined = randomUUID(), who = agent, action = 'seen') => who.post(`/api/visits/${visitId}/${action}`, body, key ? { 'idempotency-key': key } : {});
const command = (key: string) => api.database.read.one(sql<{ state: string; body: unknown; visitId: string }>`select state, body, visit_id as "visitId" from commands where idempotency_key = ${key}`);
/** What the worker records; here nobody else does. */
const recorded = (updateId: string, given: CommandAnswer) => api.database.read.run(sql`update commands set state = ${given.status}, answer = ${JSON.stringify(given)} where update_id = ${updateId}`);

describe('a decision', () => {
  test('is recorded, sent and answered', async () => {
    const key = randomUUID();
    const got = await decide({}, key);
    expect({ status: got.status, body: got.body }).toEqual({ status: 200, body: { status: 'applied', outcome: 'done', details: {} } });
    expect(sent).toHaveLength(1);
    expect(await command(key)).toMatchObject({ visitId });
  });

  test('repeated with its key is answered from the record; with another body it is refused', async () => {
    const key = randomUUID();
    answer = async (updateId) => {
      await recorded(updateId, { status: 'applied', outcome: 'first', details: {} });
      return { status: 'applied', outcome: 'first', details: {} };
    };
    await decide({}, key);
    expect((await decide({}, key.toUpperCase())).body).toMatchObject({ outcome: 'first' });
    expect(sent).toHaveLength(1);
    await api.database.read.run(sql`update commands set body_hash = 'of something else' where idempotency_key = ${key}`);
    expect(await decide({}, key)).toMatchObject({ status: 422, body: { code: 'COMMAND.KEY_REUSED' } });
  });

  test('that somebody took before is a conflict that names who', async () => {
    answer = async () => ({ status: 'refused', code: 'VISIT.ALREADY_DECIDED', details: { decidedBy: manager.id, decidedAt: '2026-07-03T02:00:00.000Z', outcome: 'scored' } });
    const got = await decide({});
    expect(got.headers['content-type']).toContain('application/problem+json');
    expect(got).toMatchObject({ status: 409, body: { code: 'VISIT.ALREADY_DECIDED', details: { decidedBy: { id: manager.id, name: '王经理', nameEn: null }, outcome: 'scored' } } });
  });

  test('whose outcome nobody knows says so, unless it was recorded meanwhile', async () => {
    const lost = Object.assign(new Error('late'), { name: 'WorkflowUpdateRPCTimeoutOrCancelledError' });
    answer = () => Promise.reject(lost);
    expect(await decide({})).toMatchObject({ status: 503, body: { code: 'COMMAND.OUTCOME_UNKNOWN' } });
    answer = async (updateId) => {
      await recorded(updateId, { status: 'applied', outcome: 'quietly', details: {} });
      throw lost;
    };
    expect(await decide({})).toMatchObject({ status: 200, body: { outcome: 'quietly' } });
  });
});

test('a decision on a visit that has ended is refused without asking the worker, and so is its repetition', async () => {
  const ended = await newVisit(api.database, { workflowId: rows.workflowId, step: 'scoring', subjectId: null, people: { [manager.id]: 'lineManager' } });
  await api.database.read.run(sql`update visits set state = 'closed', outcome = 'scored', closed_at = '2026-07-03T02:00:00Z', closed_by = ${manager.id}, wake_at = null where id = ${ended}`);
  await api.database.read.run(sql`update tasks set state = 'done' where visit_id = ${ended}`);
  await api.database.read.run(sql`update commands set state = 'refused', answer = '{}' where state = 'pending'`);
  const key = randomUUID();
  const again = () => agent.post(`/api/visits/${ended}/askForRatability`, { reason: '考核期内长期休假' }, { 'idempotency-key': key });
  const first = await again();
  expect(first).toMatchObject({ status: 409, body: { code: 'VISIT.ALREADY_DECIDED', details: { decidedBy: { id: manager.id }, decidedAt: '2026-07-03T02:00:00.000Z', outcome: 'scored' } } });
  expect((await again()).body).toMatchObject({ code: first.body.code, details: first.body.details });
  expect(sent).toEqual([]);
  expect(await command(key)).toMatchObject({ state: 'refused' });
});

describe('what is no decision never reaches a process', () => {
  test.each([
    ['without a key', () => decide({}, ''), 400, 'COMMAND.KEY_REQUIRED'],
    ['with a key that is no UUID', () => decide({}, 'one'), 400, 'COMMAND.KEY_REQUIRED'],
    ['an action that the step does not offer', () => decide({}, randomUUID(), agent, 'constructor'), 422, 'VISIT.ACTION_NOT_OFFERED'],
    ['an unknown visit', () => agent.post(`/api/visits/${randomUUID()}/seen`, {}, { 'idempotency-key': randomUUID() }), 404, 'OBJECT.NOT_FOUND'],
    ['an unknown kind of process', () => agent.post(`/api/processes/nothing/${randomUUID()}/stop`, {}, { 'idempotency-key': randomUUID() }), 404, 'ROUTE.NOT_FOUND'],
  ])('%s', async (_what, send, status, code) => {
    expect(await send()).toMatchObject({ status, body: { code } });
    expect(sent).toEqual([]);
  });

  test('somebody without any relation', async () => {
    expect(await decide({}, randomUUID(), await api.signInAs(stranger))).toMatchObject({ status: 403 });
    expect(sent).toEqual([]);
  });
});
