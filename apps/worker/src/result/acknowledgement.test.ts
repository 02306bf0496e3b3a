import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { loadReview } from '../reviews/review.js';
import { type TestDepartment } from '../testing/index.js';
import { resumeAfterAppeal } from './index.js';
import { interview, startResults, type Results } from './testing.js';

jest.setTimeout(30_000);

let t: Results;
beforeAll(async () => {
  t = await startResults({
    actions: {}, expire: {}, events: { appealOver: async (context) => resumeAfterAppeal(context, await loadReview(context.tx, context.process.refId), context.body['outcome'] as 'decided') },
  });
});
afterAll(() => t.stop());
beforeEach(() => t.forgetTimers());

describe('acknowledgement', () => {
  test('is deemed accepted exactly when the window ends, recorded as such', async () => {
    const d = await t.published();
    const [person] = d.reports[0] as [string];
    await t.hold(d, d.managers[0], person);
    const end = (await t.driver.visit(await t.visitOf(d, person, 'acknowledgement')))?.dueAt as string;
    expect(end).toBe('2026-09-15T16:00:00.000Z');
    await t.driver.advanceTo('2026-09-15T15:59:59.000Z');
    expect((await t.review(d, person)).finalAt).toBeNull();
    t.driver.now = '2026-09-15T16:00:07.000Z';
    await t.driver.advanceTo('2026-09-15T16:00:08.000Z');
    expect(await t.lastAct(d, person)).toEqual({ act: 'deemedAccepted', at: end, recordedAs: 'deemedAccepted' });
    expect((await t.review(d, person)).finalAt).toBe(end);
    expect((await t.driver.process(d.reviewOf(person).workflowId)).state).toBe('closed');
  });

  test('takes two confirmations, can be revoked, and is final as accepted at the end', async () => {
    const d = await t.published();
    const [person] = d.reports[0] as [string];
    const visit = await t.visitOf(d, person, 'acknowledgement');
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
    await t.hold(d, d.managers[0], person);
    await t.driver.advanceTo('2026-09-15T16:00:00.000Z');
    expect(await t.lastAct(d, person)).toEqual({ act: 'final', at: '2026-09-15T16:00:00.000Z', recordedAs: 'accepted' });
    expect(await t.driver.decide(d.managers[0], visit, 'seen')).toMatchObject({ code: 'VISIT.ALREADY_DECIDED' });
  });

  test('belongs to the person alone', async () => {
    const d = await t.published();
    const [person] = d.reports[0] as [string];
    const visit = await t.visitOf(d, person, 'acknowledgement');
    for (const other of [d.managers[0], d.hr, d.head]) expect(await t.driver.decide(other, visit, 'seen')).toMatchObject({ code: 'ACTOR.NOT_ASSIGNED' });
    expect(await t.driver.decide(person, await t.visitOf(d, person, 'interview'), 'record', interview)).toMatchObject({ code: 'ACTOR.IS_SUBJECT' });
  });

  test('waits for the interview: escalated on day 3, never ending earlier than 3 working days after both recorded it', async () => {
    const d = await t.published();
    const [person] = d.reports[0] as [string];
    await t.driver.advanceTo('2026-09-18T01:00:00.000Z');
    expect((await t.review(d, person)).finalAt).toBeNull();
    expect((await t.driver.tasks(await t.visitOf(d, person, 'interview'))).map((task) => task.why)).not.toEqual(['lineManager']);
    const [holder] = await t.driver.tasks(await t.visitOf(d, person, 'interview'));
    await t.hold(d, String(holder?.assigneeId), person);
    expect((await t.review(d, person)).windowEndsAt).toBe('2026-09-22T16:00:00.000Z');
    await t.driver.advanceTo('2026-09-22T16:00:00.000Z');
    expect((await t.review(d, person)).finalAt).toBe('2026-09-22T16:00:00.000Z');
  });

  test('goes on when the employee leaves the record unanswered, or HR waives the interview', async () => {
    const d = await t.published();
    const [[person], [other]] = d.reports as [[string], [string]];
    await t.driver.accept(d.managers[0], await t.visitOf(d, person, 'interview'), 'record', interview);
    await t.driver.advanceTo('2026-09-10T16:00:00.000Z');
    expect(await t.database.read.all(sql`select act from result_acts where review_id = ${d.reviewOf(person).id}`)).toEqual([{ act: 'interviewUnanswered' }]);
    const { workflowId } = d.reviewOf(other);
    expect(await t.driver.decide(d.managers[0], workflowId, 'waiveInterview', { reason: '员工拒绝' })).toMatchObject({ code: 'ACTOR.NOT_ASSIGNED' });
    await t.driver.accept(d.hr, workflowId, 'waiveInterview', { reason: '员工拒绝' });
    expect(await t.driver.decide(d.hr, workflowId, 'waiveInterview', { reason: '员工拒绝' })).toMatchObject({ code: 'ACCEPTANCE.INTERVIEW_SETTLED' });
    await t.driver.advanceTo('2026-09-16T16:00:00.000Z');
    expect(await t.lastAct(d, person)).toMatchObject({ act: 'deemedAccepted', at: '2026-09-15T16:00:00.000Z' });
    expect(await t.lastAct(d, other)).toMatchObject({ act: 'deemedAccepted', at: '2026-09-16T16:00:00.000Z' });
  });

  test('is paused by leave', async () => {
    const d = await t.published();
    const [person] = d.reports[0] as [string];
    await t.hold(d, d.managers[0], person);
    await t.database.read.run(sql`insert into employee_leaves (employee_id, kind, valid_from, valid_to) values (${person}, 'annual', '2026-09-14', '2026-09-16')`);
    await t.driver.advanceTo('2026-09-16T01:00:00.000Z');
    expect((await t.review(d, person)).finalAt).toBeNull();
    await t.driver.advanceTo('2026-09-17T16:00:00.000Z');
    expect((await t.review(d, person)).finalAt).toBe('2026-09-17T16:00:00.000Z');
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
    const d = await t.published();
    const [[withdrawn], [decided]] = d.reports as [[string], [string]];
    for (const [index, person] of [withdrawn, decided].entries()) {
      await t.hold(d, String(d.managers[index]), person);
      await file(d, person);
    }
    await t.driver.signal(d.reviewOf(withdrawn).workflowId, 'appealOver', { outcome: 'withdrawn' });
    expect(await t.driver.openSteps(d.reviewOf(withdrawn).workflowId)).toEqual(['acknowledgement']);
    await t.driver.signal(d.reviewOf(decided).workflowId, 'appealOver', { outcome: 'decided' });
    expect(await t.lastAct(d, decided)).toMatchObject({ act: 'final', recordedAs: 'decidedOnAppeal' });
    await t.driver.advanceTo('2026-09-15T16:00:00.000Z');
    expect(await t.lastAct(d, withdrawn)).toMatchObject({ act: 'deemedAccepted' });
  });
});
