import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { workflowId as ids } from '@fairmark/contracts/process';
import { sql } from '@fairmark/persistence/database';
import { recordCommand } from '@fairmark/persistence/process';
import { addEmployee, fakeHandlers, startTestProcesses, type FakeProcess, type TestProcesses } from '../testing/index.js';

const MONDAY = '2026-09-14T02:00:00.000Z';
/** Two working days later, 24:00 in Shanghai. */
const DUE = '2026-09-16T16:00:00.000Z';

let t: TestProcesses;
let actor: string;
let manager: string;
let hr: string;
const fake: FakeProcess = { assignees: [], subjectId: null };
const expire: Parameters<typeof fakeHandlers>[1] = {};

beforeAll(async () => {
  t = await startTestProcesses([fakeHandlers(fake, expire)]);
  hr = await addEmployee(t.database.read);
  await t.database.read.run(sql`insert into role_grants (employee_id, role) values (${hr}, 'hr')`);
  manager = await addEmployee(t.database.read);
  actor = await addEmployee(t.database.read, { managerId: manager });
});
afterAll(() => t.stop());
afterEach(async () => {
  delete expire['signOff'];
  await t.database.read.run(sql`update visits set state = 'closed'`);
  await t.database.read.run(sql`delete from downtimes`);
  await t.database.read.run(sql`delete from heartbeats`);
});

async function begin(timeout: FakeProcess['timeout'], assignee = actor): Promise<{ workflowId: string; visitId: string }> {
  Object.assign(fake, { assignees: [{ employeeId: assignee, why: 'chair' }], timeout });
  const refId = randomUUID();
  const workflowId = ids.calibration(refId);
  t.driver.now = MONDAY;
  await t.driver.start('calibration', workflowId, refId);
  const visit = await t.driver.visit('signOff');
  expect(visit?.dueAt).toBe(DUE);
  return { workflowId, visitId: String(visit?.id) };
}

const notices = (visitId: string) => t.database.read.all(sql<{ kind: string }>`select kind from notices where visit_id = ${visitId} and kind like 'reminder.%'`);
const at = (instant: string, minutes: number) => new Date(Date.parse(instant) + minutes * 60_000).toISOString();

describe('reminders', () => {
  test('come once, in the morning of the last working day, to open tasks only', async () => {
    const { visitId } = await begin('remind');
    await t.driver.advanceTo('2026-09-16T00:59:00.000Z');
    expect(await notices(visitId)).toHaveLength(0);
    await t.driver.advanceTo('2026-09-16T01:00:00.000Z');
    expect(await notices(visitId)).toHaveLength(1);
    await t.driver.advanceTo(at(DUE, -1));
    expect(await notices(visitId)).toHaveLength(1);
  });

  test('an overdue visit that only reminds goes on reminding at the deadline and on every working morning, without end', async () => {
    const { visitId } = await begin('remind');
    // Friday, the make-up Sunday, then Monday to Thursday; Friday is the Mid-Autumn holiday.
    await t.driver.advanceTo('2026-09-25T12:00:00.000Z');
    expect(await notices(visitId)).toHaveLength(1 + 1 + 6);
    expect(await t.driver.visit(visitId)).toMatchObject({ state: 'open', wakeAt: '2026-09-28T01:00:00.000Z' });
    await t.driver.advanceTo('2026-12-01T00:00:00.000Z');
    expect(await t.driver.visit(visitId)).toMatchObject({ state: 'open', wakeAt: '2026-12-01T01:00:00.000Z' });
  });
});

describe('escalation', () => {
  test('goes to the next manager with a fresh clock, then to HR, who may appoint but not decide', async () => {
    const { workflowId } = await begin('escalate');
    await t.driver.expire('signOff');
    expect(await t.driver.tasks('signOff')).toMatchObject([{ assigneeId: manager, why: 'escalated' }]);
    const second = await t.driver.visit('signOff');
    // Opened at 24:00 of Wednesday, so Thursday does not count: Friday and the make-up Sunday do.
    expect(second).toMatchObject({ no: 2, dueAt: '2026-09-20T16:00:00.000Z', payload: { escalatedFrom: expect.any(String) } });
    expect(await t.driver.decide(actor, String(second?.id), 'approve')).toMatchObject({ code: 'ACTOR.NOT_ASSIGNED' });
    await t.driver.expire('signOff');
    expect((await t.driver.tasks('signOff')).map(({ assigneeId, why }) => [assigneeId, why])).toEqual(expect.arrayContaining([[manager, 'escalated'], [hr, 'hrAppoints']]));
    expect(await t.driver.decide(hr, 'signOff', 'approve')).toMatchObject({ code: 'ACTOR.NOT_ASSIGNED' });
    await t.driver.expire('signOff');
    expect(await t.driver.openSteps(workflowId)).toEqual(['signOff']);
    await t.driver.accept(manager, 'signOff', 'approve');
    expect((await t.driver.process(workflowId)).outcome).toBe('approved');
  });

  test('the day counts where the waiting person is', async () => {
    const later = await addEmployee(t.database.read);
    const local = await addEmployee(t.database.read);
    await t.database.read.run(sql`insert into employee_managers (employee_id, manager_id, valid_from, valid_to) values (${local}, ${manager}, '2026-01-01', '2026-09-17'), (${local}, ${later}, '2026-09-17', null)`);
    await begin('escalate', local);
    await t.driver.expire('signOff');
    expect((await t.driver.tasks('signOff'))[0]?.assigneeId).toBe(later);
  });
});

describe('a deadline', () => {
  test('waits for a decision that was received in time, and only for such a one', async () => {
    const { workflowId, visitId } = await begin('remind');
    expire['signOff'] = async ({ visit }) => ({ outcome: 'passed', close: [{ visitId: visit.id, outcome: 'passed' }], audit: [{ action: 'fake.passed', object: visit.id }] });
    const record = (receivedAt: string) => t.database.transaction((tx) => recordCommand(tx, { workflowId, visitId, actorId: actor, action: 'approve', key: randomUUID(), body: {}, receivedAt }));
    const { updateId } = await record(at(DUE, -1));
    await t.driver.advanceTo(at(DUE, 1));
    expect((await t.driver.visit(visitId))?.state).toBe('open');
    await t.database.read.run(sql`update commands set received_at = ${at(DUE, 1)} where update_id = ${updateId}`);
    await t.driver.advanceTo(at(DUE, 2));
    expect(await t.driver.visit(visitId)).toMatchObject({ state: 'closed', outcome: 'passed', closedBy: null });
    expect(await t.driver.decide(actor, visitId, 'approve')).toMatchObject({ code: 'VISIT.ALREADY_DECIDED', details: { decidedBy: null, outcome: 'passed' } });
  });

  test('that leaves the visit open does not fire without end', async () => {
    const { visitId } = await begin('remind');
    expire['signOff'] = async () => ({ outcome: 'noted', audit: [{ action: 'fake.noted', object: visitId }] });
    await t.driver.advanceTo(at(DUE, 60));
    expect(await t.driver.visit(visitId)).toMatchObject({ state: 'open', wakeAt: '2026-09-18T01:00:00.000Z' });
  });

  test('waits while the API gives no sign of life', async () => {
    const { visitId } = await begin('remind');
    expire['signOff'] = async ({ visit }) => ({ outcome: 'passed', close: [{ visitId: visit.id, outcome: 'passed' }], audit: [{ action: 'fake.passed', object: visit.id }] });
    await t.database.read.run(sql`insert into heartbeats values ('api', 'a', now() - interval '2 minutes')`);
    await t.driver.advanceTo(at(DUE, 3));
    expect((await t.driver.visit(visitId))?.state).toBe('open');
    await t.database.read.run(sql`update heartbeats set at = now()`);
    await t.driver.advanceTo(at(DUE, 4));
    expect((await t.driver.visit(visitId))?.state).toBe('closed');
  });
});

describe('downtime', () => {
  const down = (from: string, to: string) => t.database.read.run(sql`insert into downtimes (from_at, to_at, component) values (${from}, ${to}, 'api')`);

  test('is given back before the deadline acts, and a reminder missed in it is sent once', async () => {
    const { visitId } = await begin('escalate');
    await down('2026-09-16T00:00:00.000Z', '2026-09-17T00:00:00.000Z');
    // Nobody woke the timers meanwhile: the first one fires when everything is back.
    t.driver.now = '2026-09-17T00:00:30.000Z';
    await t.driver.advanceTo('2026-09-17T00:01:00.000Z');
    const visit = await t.driver.visit(visitId);
    expect(visit).toMatchObject({ state: 'open', baseDueAt: DUE, dueAt: '2026-09-17T16:00:00.000Z', downtimeSeconds: 86_400 });
    expect(await notices(visitId)).toHaveLength(1);
    await t.driver.advanceTo('2026-09-17T16:00:00.000Z');
    expect(await t.driver.visit(visitId)).toMatchObject({ state: 'closed', outcome: 'escalated' });
  });

  test('of less than a quarter of an hour moves nothing', async () => {
    const { visitId } = await begin('escalate');
    await down('2026-09-16T00:00:00.000Z', '2026-09-16T00:15:00.000Z');
    await t.driver.advanceTo(DUE);
    expect(await t.driver.visit(visitId)).toMatchObject({ state: 'closed', downtimeSeconds: 0 });
  });
});
