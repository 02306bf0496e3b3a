import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { workflowId as ids } from '@fairmark/contracts/process';
import { sql } from '@fairmark/persistence/database';
import { departmentLines, publishInstant, requestPublication } from '@fairmark/persistence/publications';
import { exportPayroll } from '@fairmark/persistence/rewards';
import { calibrationHandlers, enterCalibration } from '../calibration/index.js';
import type { ProcessHandlers } from '../processes/index.js';
import { joinParts } from '../reviews/handlers.js';
import { loadReview } from '../reviews/review.js';
import { addDepartment, addEmployee, rate, startTestProcesses, type DepartmentShape, type TestDepartment, type TestProcesses } from '../testing/index.js';
import { resultPart, resumeAfterAppeal } from './index.js';

const reviewHandlers: ProcessHandlers = {
  kind: 'review',
  open: async (context) => ({ outcome: 'opened', audit: [], ...(await enterCalibration(context, await loadReview(context.tx, context.process.refId))) }),
  ...joinParts([
    resultPart,
    { actions: {}, expire: {}, events: { appealOver: async (context) => resumeAfterAppeal(context, await loadReview(context.tx, context.process.refId), context.body['outcome'] as 'decided') } },
  ]),
};

let t: TestProcesses;
jest.setTimeout(30_000);
beforeAll(async () => {
  t = await startTestProcesses([reviewHandlers, calibrationHandlers]);
});
afterAll(() => t.stop());
/** Each test owns the clock: timers that another test left behind must not fire in it. */
beforeEach(() => t.database.read.run(sql`update visits set wake_at = null where wake_at is not null`));

const everybody = (d: TestDepartment) => [...d.managers, ...d.reports[0], ...d.reports[1]];
const interview = { heldOn: '2026-09-04', text: '谈了结果与改进', actions: [{ text: '每周复盘', ownerId: '00000000-0000-7000-8000-000000000001', dueOn: '2026-12-01' }] };

/** A small department whose session is signed off; the clock stands on Tuesday 1 September 2026, 09:00 in Shanghai. */
async function calibrated(shape: DepartmentShape = {}): Promise<TestDepartment> {
  t.driver.now = '2026-09-01T01:00:00.000Z';
  const d = await addDepartment(t.database.read, { reports: 1, ...shape });
  for (const person of everybody(d)) {
    const { id, workflowId } = d.reviewOf(person);
    await rate(t.database.read, id, 8_500, 'B');
    await t.database.read.run(sql`insert into reward_bases (cycle_id, employee_id, base_cents) values (${d.cycleId}, ${person}, 1000000)`);
    await t.driver.start('review', workflowId, id);
  }
  await t.driver.accept(d.head, await openVisit(d), 'requestSignOff');
  await t.driver.accept(d.head, await openVisit(d), 'approve');
  return d;
}

async function openVisit(d: TestDepartment): Promise<string> {
  const row = await t.database.read.one(sql<{ id: string }>`select v.id from visits v join calibration_sessions s on s.workflow_id = v.workflow_id where s.cycle_id = ${d.cycleId} and v.state = 'open'`);
  return (row as { id: string }).id;
}

async function request(d: TestDepartment): Promise<string> {
  const publishAt = await t.database.transaction(async (tx) => {
    const review = await loadReview(tx, d.reviewOf(d.managers[0]).id);
    const slot = await publishInstant(tx, review, t.driver.now);
    await requestPublication(tx, { cycleId: d.cycleId, departmentId: d.departmentId, costCents: 4_000_000, requestedBy: d.hr, publishAt: slot.publishAt }, t.driver.now);
    return slot.publishAt;
  });
  await t.driver.drain();
  return publishAt;
}

async function published(shape: DepartmentShape = {}): Promise<TestDepartment> {
  const d = await calibrated(shape);
  await t.driver.advanceTo(await request(d));
  return d;
}

const visitOf = async (d: TestDepartment, person: string, step: string): Promise<string> => {
  const row = await t.database.read.one(sql<{ id: string }>`select id from visits where workflow_id = ${d.reviewOf(person).workflowId} and step = ${step} and state = 'open'`);
  return String(row?.id);
};
const review = (d: TestDepartment, person: string) => t.database.transaction((tx) => loadReview(tx, d.reviewOf(person).id));
const lastAct = async (d: TestDepartment, person: string) =>
  t.database.read.one(sql<{ act: string; at: string; recordedAs: string }>`select act, at, detail->>'recordedAs' as "recordedAs" from result_acts where review_id = ${d.reviewOf(person).id} order by at desc, id desc limit 1`);

async function hold(d: TestDepartment, manager: string, person: string): Promise<void> {
  await t.driver.accept(manager, await visitOf(d, person, 'interview'), 'record', interview);
  await t.driver.accept(person, await visitOf(d, person, 'interviewConfirmation'), 'confirm', { comment: '' });
}

describe('publication', () => {
  test('is ready when the sessions are signed off, and shows everybody the results at the same instant, the line two working days before', async () => {
    const d = await calibrated();
    expect((await departmentLines(t.database.read, d.cycleId, t.driver.now))[0]).toMatchObject({ people: 4, waiting: 4, onTheirWay: 0, sessions: 1, signedOffSessions: 1, state: 'ready' });
    const publishAt = await request(d);
    expect(publishAt).toBe('2026-09-03T16:00:00.000Z');
    const [person] = d.reports[0] as [string];
    expect(await t.database.read.one(sql`select managers_see_at as "managersSeeAt", published_at as "publishedAt" from reviews where id = ${d.reviewOf(person).id}`)).toEqual({ managersSeeAt: '2026-09-01T01:00:00.000Z', publishedAt: null });
    t.driver.now = '2026-09-03T16:00:00.400Z';
    await t.driver.advanceTo('2026-09-03T16:00:01.000Z');
    expect(await t.database.read.all(sql`select distinct published_at as at from reviews where cycle_id = ${d.cycleId}`)).toEqual([{ at: publishAt }]);
    expect((await t.driver.openSteps(d.reviewOf(person).workflowId)).sort()).toEqual(['acknowledgement', 'interview']);
    expect((await departmentLines(t.database.read, d.cycleId, t.driver.now))[0]?.state).toBe('published');
  });

  test('of the first review makes all results of the department visible', async () => {
    const d = await calibrated();
    const publishAt = await request(d);
    t.driver.now = publishAt;
    const visitId = await visitOf(d, d.managers[0], 'publication');
    await t.database.read.run(sql`update visits set wake_at = '2030-01-01' where state = 'open' and step = 'publication' and id <> ${visitId}`);
    await t.driver.advanceTo(publishAt);
    expect(await t.database.read.all(sql`select distinct published_at as at from reviews where cycle_id = ${d.cycleId}`)).toEqual([{ at: publishAt }]);
  });
});

test('somebody who comes after the publication is published alone, with the same lead for the line', async () => {
  t.driver.now = '2026-09-01T01:00:00.000Z';
  const d = await published();
  const joiner = await addEmployee(t.database.read, { managerId: d.managers[0], departmentId: d.departmentId });
  const workflowId = ids.review(d.cycleId, joiner);
  const row = await t.database.read.one(sql<{ id: string }>`
    insert into reviews (cycle_id, employee_id, plan_id, plan_version_id, workflow_id, state, step, period_start, period_end, department_id, manager_id)
    values (${d.cycleId}, ${joiner}, ${d.planId}, ${d.planVersionId}, ${workflowId}, 'open', 'scoring', '2026-01-01', '2026-06-30', ${d.departmentId}, ${d.managers[0]}) returning id`);
  await rate(t.database.read, String(row?.id), 8_500, 'B');
  await t.driver.start('review', workflowId, String(row?.id));
  expect((await departmentLines(t.database.read, d.cycleId, t.driver.now))[0]).toMatchObject({ sessions: 2, signedOffSessions: 1 });
  await t.driver.accept(d.head, await openVisit(d), 'requestSignOff');
  await t.driver.accept(d.head, await openVisit(d), 'approve');
  expect(await t.database.read.one(sql`select managers_see_at as at, published_at as published from reviews where id = ${row?.id}`)).toEqual({ at: '2026-09-03T16:00:00.000Z', published: null });
  await t.driver.advanceTo('2026-09-08T16:00:00.000Z');
  expect(await t.database.read.one(sql`select published_at as published from reviews where id = ${row?.id}`)).toEqual({ published: '2026-09-08T16:00:00.000Z' });
});

describe('acknowledgement', () => {
  test('is deemed accepted exactly when the window ends, recorded as such', async () => {
    const d = await published();
    const [person] = d.reports[0] as [string];
    await hold(d, d.managers[0], person);
    const end = (await t.driver.visit(await visitOf(d, person, 'acknowledgement')))?.dueAt as string;
    expect(end).toBe('2026-09-15T16:00:00.000Z');
    await t.driver.advanceTo('2026-09-15T15:59:59.000Z');
    expect((await review(d, person)).finalAt).toBeNull();
    t.driver.now = '2026-09-15T16:00:07.000Z';
    await t.driver.advanceTo('2026-09-15T16:00:08.000Z');
    expect(await lastAct(d, person)).toEqual({ act: 'deemedAccepted', at: end, recordedAs: 'deemedAccepted' });
    expect((await review(d, person)).finalAt).toBe(end);
    expect((await t.driver.process(d.reviewOf(person).workflowId)).state).toBe('closed');
  });

  test('takes two confirmations, can be revoked, and is final as accepted at the end', async () => {
    const d = await published();
    const [person] = d.reports[0] as [string];
    const visit = await visitOf(d, person, 'acknowledgement');
    const accept = (confirmation: 1 | 2) => t.driver.decide(person, visit, 'accept', { confirmation });
    expect(await accept(2)).toMatchObject({ code: 'ACCEPTANCE.CONFIRM_TWICE' });
    await t.driver.accept(person, visit, 'seen');
    expect(await t.driver.decide(person, visit, 'seen')).toMatchObject({ code: 'ACCEPTANCE.ALREADY_DONE' });
    await accept(1);
    await t.driver.accept(person, visit, 'revoke');
    expect(await accept(2)).toMatchObject({ code: 'ACCEPTANCE.CONFIRM_TWICE' });
    const clicks = await Promise.all([accept(1), accept(1)]);
    expect(clicks.map((answer) => answer.status).sort()).toEqual(['applied', 'refused']);
    await accept(2);
    await hold(d, d.managers[0], person);
    await t.driver.advanceTo('2026-09-15T16:00:00.000Z');
    expect(await lastAct(d, person)).toEqual({ act: 'final', at: '2026-09-15T16:00:00.000Z', recordedAs: 'accepted' });
    expect(await t.driver.decide(d.managers[0], visit, 'seen')).toMatchObject({ code: 'VISIT.ALREADY_DECIDED' });
  });

  test('belongs to the person alone', async () => {
    const d = await published();
    const [person] = d.reports[0] as [string];
    const visit = await visitOf(d, person, 'acknowledgement');
    for (const other of [d.managers[0], d.hr, d.head]) expect(await t.driver.decide(other, visit, 'seen')).toMatchObject({ code: 'ACTOR.NOT_ASSIGNED' });
    expect(await t.driver.decide(person, await visitOf(d, person, 'interview'), 'record', interview)).toMatchObject({ code: 'ACTOR.IS_SUBJECT' });
  });

  test('waits for the interview: escalated on day 3, never ending earlier than 3 working days after both recorded it', async () => {
    const d = await published();
    const [person] = d.reports[0] as [string];
    await t.driver.advanceTo('2026-09-18T01:00:00.000Z');
    expect((await review(d, person)).finalAt).toBeNull();
    expect((await t.driver.tasks(await visitOf(d, person, 'interview'))).map((task) => task.why)).not.toEqual(['lineManager']);
    const [holder] = await t.driver.tasks(await visitOf(d, person, 'interview'));
    await hold(d, String(holder?.assigneeId), person);
    expect((await review(d, person)).windowEndsAt).toBe('2026-09-22T16:00:00.000Z');
    await t.driver.advanceTo('2026-09-22T16:00:00.000Z');
    expect((await review(d, person)).finalAt).toBe('2026-09-22T16:00:00.000Z');
  });

  test('goes on when the employee leaves the record unanswered, or HR waives the interview', async () => {
    const d = await published();
    const [[person], [other]] = d.reports as [[string], [string]];
    await t.driver.accept(d.managers[0], await visitOf(d, person, 'interview'), 'record', interview);
    await t.driver.advanceTo('2026-09-10T16:00:00.000Z');
    expect(await t.database.read.all(sql`select act from result_acts where review_id = ${d.reviewOf(person).id}`)).toEqual([{ act: 'interviewUnanswered' }]);
    const { workflowId } = d.reviewOf(other);
    expect(await t.driver.decide(d.managers[0], workflowId, 'waiveInterview', { reason: '员工拒绝' })).toMatchObject({ code: 'ACTOR.NOT_ASSIGNED' });
    await t.driver.accept(d.hr, workflowId, 'waiveInterview', { reason: '员工拒绝' });
    expect(await t.driver.decide(d.hr, workflowId, 'waiveInterview', { reason: '员工拒绝' })).toMatchObject({ code: 'ACCEPTANCE.INTERVIEW_SETTLED' });
    await t.driver.advanceTo('2026-09-16T16:00:00.000Z');
    expect(await lastAct(d, person)).toMatchObject({ act: 'deemedAccepted', at: '2026-09-15T16:00:00.000Z' });
    expect(await lastAct(d, other)).toMatchObject({ act: 'deemedAccepted', at: '2026-09-16T16:00:00.000Z' });
  });

  test('is paused by leave', async () => {
    const d = await published();
    const [person] = d.reports[0] as [string];
    await hold(d, d.managers[0], person);
    await t.database.read.run(sql`insert into employee_leaves (employee_id, kind, valid_from, valid_to) values (${person}, 'annual', '2026-09-14', '2026-09-16')`);
    await t.driver.advanceTo('2026-09-16T01:00:00.000Z');
    expect((await review(d, person)).finalAt).toBeNull();
    await t.driver.advanceTo('2026-09-17T16:00:00.000Z');
    expect((await review(d, person)).finalAt).toBe('2026-09-17T16:00:00.000Z');
  });
});

describe('after an appeal', () => {
  /** What filing an appeal does to the review; the rest of it is the appeal's own process. */
  async function file(d: TestDepartment, person: string): Promise<void> {
    const { id, workflowId } = d.reviewOf(person);
    await t.database.read.run(sql`insert into result_acts (review_id, act, actor_id, at) values (${id}, 'appealFiled', ${person}, ${t.driver.now})`);
    await t.database.read.run(sql`update visits set state = 'closed', wake_at = null where workflow_id = ${workflowId} and step = 'acknowledgement'`);
  }

  test('that was withdrawn the window goes on; one that was decided ends it', async () => {
    const d = await published();
    const [[withdrawn], [decided]] = d.reports as [[string], [string]];
    for (const [index, person] of [withdrawn, decided].entries()) {
      await hold(d, String(d.managers[index]), person);
      await file(d, person);
    }
    await t.driver.signal(d.reviewOf(withdrawn).workflowId, 'appealOver', { outcome: 'withdrawn' });
    expect(await t.driver.openSteps(d.reviewOf(withdrawn).workflowId)).toEqual(['acknowledgement']);
    await t.driver.signal(d.reviewOf(decided).workflowId, 'appealOver', { outcome: 'decided' });
    expect(await lastAct(d, decided)).toMatchObject({ act: 'final', recordedAs: 'decidedOnAppeal' });
    await t.driver.advanceTo('2026-09-15T16:00:00.000Z');
    expect(await lastAct(d, withdrawn)).toMatchObject({ act: 'deemedAccepted' });
  });
});

describe('rewards', () => {
  test('are paid once each with a key; the team pool is conserved and a second export adds nothing', async () => {
    const d = await published();
    const [person] = d.reports[0] as [string];
    await hold(d, d.managers[0], person);
    await t.driver.advanceTo('2026-09-15T16:00:00.000Z');
    const rows = await t.database.transaction((tx) => exportPayroll(tx, d.cycleId, null, t.driver.now));
    expect(rows).toHaveLength(4);
    expect(rows.reduce((sum, row) => sum + row.cents, 0)).toBe(4_000_000);
    expect(new Set(rows.map((row) => row.key)).size).toBe(4);
    const again = await t.database.transaction((tx) => exportPayroll(tx, d.cycleId, null, t.driver.now));
    expect(again).toEqual(rows);
  });

  test('that were adjusted come as a difference, never as a second full line, and change nobody else', async () => {
    const d = await published();
    const [person] = d.reports[0] as [string];
    const before = await t.database.transaction((tx) => exportPayroll(tx, d.cycleId, null, t.driver.now));
    await t.database.read.run(sql`insert into ratings (review_id, no, source, total_centi, band, created_at) values (${d.reviewOf(person).id}, 2, 'appeal', 9600, 'A', now())`);
    const after = await t.database.transaction((tx) => exportPayroll(tx, d.cycleId, null, t.driver.now));
    const added = after.filter((row) => !before.some((known) => known.key === row.key));
    expect(added).toMatchObject([{ reviewId: d.reviewOf(person).id, kind: 'difference', cents: 180_000 }]);
    expect(after).toHaveLength(5);
  });

  test('of a shadow cycle pay the guaranteed coefficient whatever the band', async () => {
    const d = await published({ shadow: true });
    const rows = await t.database.transaction((tx) => exportPayroll(tx, d.cycleId, null, t.driver.now));
    expect(rows.map((row) => row.cents)).toEqual(Array.from({ length: 4 }, () => 1_000_000));
  });
});
