import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { workflowId as ids } from '@fairmark/contracts/process';
import { sql } from '@fairmark/persistence/database';
import { recordCommand } from '@fairmark/persistence/process';
import { addEmployee, fakeHandlers, startTestProcesses, type FakeProcess, type TestProcesses } from '../testing/index.js';
import { ProcessEngine } from './index.js';

let t: TestProcesses;
let actor: string;
let other: string;
let subject: string;
const fake: FakeProcess = { assignees: [], subjectId: null };

beforeAll(async () => {
  t = await startTestProcesses([fakeHandlers(fake)]);
  [actor, other, subject] = await Promise.all([addEmployee(t.database.read), addEmployee(t.database.read), addEmployee(t.database.read)]);
  fake.assignees = [{ employeeId: actor, why: 'chair' }, { employeeId: other, why: 'chair' }];
  fake.subjectId = subject;
});
afterAll(() => t.stop());

/** A process of its own, at its first visit. */
async function begin(): Promise<{ workflowId: string; visitId: string }> {
  const refId = randomUUID();
  const workflowId = ids.calibration(refId);
  await t.driver.start('calibration', workflowId, refId);
  const row = await t.database.read.one(sql<{ id: string }>`select id from visits where workflow_id = ${workflowId}`);
  return { workflowId, visitId: (row as { id: string }).id };
}

const audit = (chain: string) => t.database.read.all(sql<{ action: string; actor: string }>`select action, actor from audit.entries where chain = ${chain} order by seq`);

describe('opening', () => {
  test('the first visit is there with its people, deadline and mails, and opening again changes nothing', async () => {
    const { workflowId, visitId } = await begin();
    const position = await new ProcessEngine(t.database, [fakeHandlers(fake)]).openProcess({ workflowId, now: t.driver.now });
    expect(position).toEqual({ step: 'open', state: 'open', outcome: null, visits: [{ visitId, step: 'signOff', wakeAt: '2026-09-03T01:00:00.000Z' }] });
    const visit = await t.driver.visit(visitId);
    expect(visit).toMatchObject({ dueAt: '2026-09-03T16:00:00.000Z', dueZone: 'Asia/Shanghai', no: 1, subjectId: subject, timeout: 'remind', duration: { n: 2, unit: 'workingDay' } });
    expect(await t.database.read.all(sql`select body->>'template' as template from outbox where channel = 'mail' and body->>'link' = ${`/visits/${visitId}`}`)).toEqual([{ template: 'task.calibration.signOff' }, { template: 'task.calibration.signOff' }]);
    expect(await audit(workflowId)).toEqual([{ action: 'fake.opened', actor: 'system' }]);
  });
});

describe('a decision', () => {
  test('of two people at the same moment one wins, the other learns who', async () => {
    const { workflowId, visitId } = await begin();
    const engine = new ProcessEngine(t.database, [fakeHandlers(fake)]);
    const updates = await Promise.all([actor, other].map((actorId) => t.database.transaction((tx) => recordCommand(tx, { workflowId, visitId, actorId, action: 'approve', key: randomUUID(), body: {} }))));
    const results = await Promise.all(updates.map(({ updateId }) => engine.decide({ workflowId, updateId, now: t.driver.now })));
    const [winner, loser] = results[0]?.answer.status === 'applied' ? results : [...results].reverse();
    expect(winner?.answer).toEqual({ status: 'applied', outcome: 'approved', details: {} });
    const visit = await t.driver.visit(visitId);
    expect(loser?.answer).toEqual({ status: 'refused', code: 'VISIT.ALREADY_DECIDED', details: { decidedBy: visit?.closedBy, decidedAt: visit?.closedAt, outcome: 'approved' } });
    expect(loser?.position).toMatchObject({ state: 'closed', outcome: 'approved', visits: [] });
    expect((await audit(workflowId)).filter((entry) => entry.action === 'fake.approved')).toHaveLength(1);
    expect(await t.database.read.all(sql`select state from tasks where visit_id = ${visitId} order by state`)).toEqual([{ state: 'done' }, { state: 'notNeeded' }]);
  });

  test('the same key twice gives the same answer and one effect; another body is told apart', async () => {
    const { workflowId, visitId } = await begin();
    const key = randomUUID();
    const first = await t.driver.decide(actor, workflowId, 'note', { n: 1 }, key);
    expect(first).toEqual({ status: 'applied', outcome: 'noted', details: { by: actor } });
    expect(await t.driver.decide(actor, workflowId, 'note', { n: 1 }, key)).toEqual(first);
    expect((await audit(workflowId)).filter((entry) => entry.action === 'fake.noted')).toHaveLength(1);
    const again = await t.database.transaction((tx) => recordCommand(tx, { workflowId, visitId: null, actorId: actor, action: 'note', key, body: { n: 2 } }));
    expect(again).toMatchObject({ state: 'applied', answer: first, otherBody: true });
    expect(await t.driver.decide(actor, visitId, 'approve', {}, key)).toMatchObject({ status: 'applied', outcome: 'approved' });
  });

  test('a rule that refuses after it has written leaves only the recorded refusal', async () => {
    const { visitId } = await begin();
    expect(await t.driver.decide(actor, visitId, 'writeAndRefuse')).toEqual({ status: 'refused', code: 'FAKE.REFUSED', details: { why: 'test' } });
    expect(await t.database.read.all(sql`select 1 from positions where code = 'half'`)).toEqual([]);
    expect(await t.database.read.one(sql`select state, answer->>'code' as code from commands where visit_id = ${visitId}`)).toEqual({ state: 'refused', code: 'FAKE.REFUSED' });
  });

  test.each(['breakReference', 'breakRule'])('whose rule fails for good (%s) is refused and noted, and holds up nobody', async (action) => {
    const { workflowId, visitId } = await begin();
    const faults: unknown[] = [];
    const engine = new ProcessEngine(t.database, [fakeHandlers(fake)], (error) => faults.push(error));
    const { updateId } = await recordCommand(t.database.read, { workflowId, visitId, actorId: actor, action, key: randomUUID(), body: {} });
    expect((await engine.decide({ workflowId, updateId, now: t.driver.now })).answer).toEqual({ status: 'refused', code: 'COMMAND.FAILED', details: {} });
    expect(faults).toHaveLength(1);
    expect(await t.driver.accept(other, visitId, 'approve')).toBe('approved');
  });

  test('whose connection breaks is not refused: it is repeated', async () => {
    const { workflowId, visitId } = await begin();
    const engine = new ProcessEngine(t.database, [fakeHandlers(fake)], () => undefined);
    const { updateId } = await recordCommand(t.database.read, { workflowId, visitId, actorId: actor, action: 'loseConnection', key: randomUUID(), body: {} });
    await expect(engine.decide({ workflowId, updateId, now: t.driver.now })).rejects.toThrow();
    expect(await t.database.read.one(sql`select state from commands where update_id = ${updateId}`)).toEqual({ state: 'pending' });
  });

  test('that the database does not know is refused', async () => {
    const { workflowId } = await begin();
    const { answer } = await new ProcessEngine(t.database, [fakeHandlers(fake)]).decide({ workflowId, updateId: 'f'.repeat(64), now: t.driver.now });
    expect(answer).toMatchObject({ status: 'refused', code: 'COMMAND.UNKNOWN' });
  });

  test.each([
    ['a stranger', () => addEmployee(t.database.read), 'approve', 'ACTOR.NOT_ASSIGNED'],
    ['the subject', () => Promise.resolve(subject), 'approve', 'ACTOR.IS_SUBJECT'],
    ['somebody who has left', () => addEmployee(t.database.read, { leftOn: '2026-08-31' }), 'approve', 'ACTOR.INACTIVE'],
    ['an assignee who wants something else', () => Promise.resolve(actor), 'publish', 'VISIT.ACTION_NOT_OFFERED'],
  ])('of %s is refused', async (_who, find, action, code) => {
    const { visitId } = await begin();
    expect(await t.driver.decide(await find(), visitId, action)).toMatchObject({ status: 'refused', code });
  });

  test('on a visit of another process or on a closed process is refused', async () => {
    const one = await begin();
    const two = await begin();
    const crossed = await t.database.transaction((tx) => recordCommand(tx, { workflowId: one.workflowId, visitId: two.visitId, actorId: actor, action: 'approve', key: randomUUID(), body: {} }));
    const engine = new ProcessEngine(t.database, [fakeHandlers(fake)]);
    expect((await engine.decide({ workflowId: one.workflowId, updateId: crossed.updateId, now: t.driver.now })).answer).toMatchObject({ code: 'VISIT.UNKNOWN' });
    await t.driver.accept(actor, one.visitId, 'approve');
    expect(await t.driver.decide(actor, one.workflowId, 'note')).toMatchObject({ status: 'refused', code: 'PROCESS.CLOSED' });
  });
});

describe('an event', () => {
  test('counts once however often it is delivered; an unknown one and one after the end are ignored', async () => {
    const { workflowId, visitId } = await begin();
    const engine = new ProcessEngine(t.database, [fakeHandlers(fake)]);
    await t.driver.signal(workflowId, 'counted', { n: 1 });
    const event = await t.database.read.one(sql<{ id: string }>`select id from process_events where workflow_id = ${workflowId}`);
    await Promise.all([1, 2].map(() => engine.applyEvent({ workflowId, eventId: String(event?.id), now: t.driver.now })));
    await t.driver.signal(workflowId, 'nobodyKnows');
    await t.driver.accept(actor, visitId, 'approve');
    await t.driver.signal(workflowId, 'counted');
    expect((await audit(workflowId)).map((entry) => entry.action)).toEqual(['fake.opened', 'fake.counted', 'fake.approved']);
    expect(await t.database.read.all(sql`select name, state from process_events where workflow_id = ${workflowId} order by created_at, id`)).toEqual([
      { name: 'counted', state: 'applied' }, { name: 'nobodyKnows', state: 'ignored' }, { name: 'counted', state: 'ignored' },
    ]);
  });
});
