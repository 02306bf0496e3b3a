import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { itemsOf } from '@fairmark/domain/goals';
import { sql } from '@fairmark/persistence/database';
import { personalGoal, proposal, startReviewWorld, type ReviewCase, type ReviewWorld } from '../reviews/testing.js';

let world: ReviewWorld;
beforeAll(async () => {
  world = await startReviewWorld();
}, 60_000);
afterAll(() => world.stop());

/** A review in its period, with a target of 95,000 reads. */
async function inPeriod(): Promise<ReviewCase> {
  const review = await world.begin();
  await review.driver.accept(review.employee, 'goalProposal', 'submit', proposal('95000', { personalGoals: [personalGoal(500)] }));
  await review.driver.accept(review.manager, 'goalApproval', 'approve', {});
  return review;
}
const ask = (review: ReviewCase, who: string, target: string, extra: Parameters<typeof proposal>[1] = {}) =>
  review.driver.decide(who, review.workflowId, 'requestGoalChange', proposal(target, { reason: '市场变化', personalGoals: [personalGoal(500)], ...extra }));
const targetOf = async (review: ReviewCase) => itemsOf((await review.load()).sheet ?? { blocks: [] } as never).find((item) => item.itemId === 'K00000.articleReads')?.target;
const notices = async (review: ReviewCase, kind: string) => (await review.database.read.all(sql<{ id: string }>`select employee_id as id from notices where kind = ${kind} and link = ${`/reviews/${review.reviewId}`} order by id`)).map((row) => row.id);

describe('changes of goals', () => {
  test('asked by the employee: the manager approves, the old target stays readable', async () => {
    const review = await inPeriod();
    expect(await ask(review, review.employee, '90000')).toMatchObject({ status: 'applied', outcome: 'submitted' });
    expect(await targetOf(review)).toBe('95000');
    await review.driver.accept(review.manager, 'goalChangeApproval', 'approve', {});
    expect(await targetOf(review)).toBe('90000');
    expect(await review.load()).toMatchObject({ step: 'period', goalChanges: 1 });
    const row = await review.database.read.one(sql<{ differences: unknown; reason: string }>`select differences, reason from goal_sheets where review_id = ${review.reviewId} and source = 'change'`);
    expect(row).toEqual({ reason: '市场变化', differences: [{ kind: 'target', itemId: 'K00000.articleReads', from: '95000', to: '90000' }] });
  });

  test('asked by the manager: the employee confirms', async () => {
    const review = await inPeriod();
    await ask(review, review.manager, '99000');
    expect((await review.driver.tasks('goalChangeConfirmation')).map((task) => task.assigneeId)).toEqual([review.employee]);
    await review.driver.accept(review.employee, 'goalChangeConfirmation', 'accept', {});
    expect(await targetOf(review)).toBe('99000');
  });

  test('a flagged change of the manager sees a second approver before the employee', async () => {
    const review = await inPeriod();
    await ask(review, review.manager, '150000', { why: '新栏目' });
    expect((await review.driver.tasks('goalChangeApproval')).map((task) => task.assigneeId)).toEqual([review.head]);
    await review.driver.accept(review.head, 'goalChangeApproval', 'approve', {});
    expect(await review.driver.openSteps(review.workflowId)).toEqual(['period', 'checkIn', 'goalChangeConfirmation']);
  });

  test('refused, objected to or unanswered, nothing changes and nothing is counted', async () => {
    const review = await inPeriod();
    await ask(review, review.employee, '90000');
    await review.driver.accept(review.manager, 'goalChangeApproval', 'reject', { reason: '目标合理' });
    await ask(review, review.manager, '99000');
    await review.driver.accept(review.employee, 'goalChangeConfirmation', 'object', { reason: '没有资源' });
    await ask(review, review.manager, '99000');
    await review.driver.expire('goalChangeConfirmation');
    expect(await targetOf(review)).toBe('95000');
    expect((await review.load()).goalChanges).toBe(0);
    expect((await review.goalStates()).slice(1)).toEqual(['change refused', 'change refused', 'change lapsed']);
  });

  test('time-out of the approval escalates', async () => {
    const review = await inPeriod();
    await ask(review, review.employee, '90000');
    await review.driver.expire('goalChangeApproval');
    expect((await review.driver.tasks('goalChangeApproval')).map((task) => task.assigneeId)).toEqual([review.head]);
  });

  test('at most twice, one at a time, until two thirds of the period, by those concerned, and only real changes', async () => {
    const review = await inPeriod();
    expect(await ask(review, review.head, '90000')).toMatchObject({ code: 'ACTOR.NOT_ASSIGNED' });
    expect(await ask(review, review.employee, '95000')).toMatchObject({ code: 'GOALS.NOTHING_CHANGED' });
    await ask(review, review.employee, '90000');
    expect(await ask(review, review.manager, '91000')).toMatchObject({ code: 'GOALS.CHANGE_OPEN' });
    await review.driver.accept(review.manager, 'goalChangeApproval', 'approve', {});
    review.driver.now = '2026-10-31T02:00:00.000Z';
    await review.driver.advanceTo('2026-10-31T02:00:00.000Z');
    expect(await ask(review, review.employee, '91000')).toMatchObject({ status: 'applied' });
    await review.driver.accept(review.manager, 'goalChangeApproval', 'approve', {});
    expect(await ask(review, review.employee, '92000')).toMatchObject({ code: 'GOALS.CHANGE_LIMIT' });
    const late = await inPeriod();
    await late.driver.advanceTo('2026-11-01T02:00:00.000Z');
    expect(await ask(late, late.employee, '90000')).toMatchObject({ code: 'GOALS.CHANGE_TOO_LATE', details: { lastDay: '2026-10-31' } });
  });
});

describe('check-ins', () => {
  test('a note by either tells the other', async () => {
    const review = await inPeriod();
    await review.driver.accept(review.employee, review.workflowId, 'checkIn', { note: '进展顺利' });
    expect(await notices(review, 'checkIn.recorded')).toEqual([review.manager]);
    expect(await review.driver.decide(review.head, review.workflowId, 'checkIn', { note: '旁观' })).toMatchObject({ code: 'ACTOR.NOT_ASSIGNED' });
  });

  test('both are reminded every month unless they talked, and nothing escalates', async () => {
    const review = await inPeriod();
    await review.driver.advanceTo('2026-10-05T02:00:00.000Z');
    expect((await notices(review, 'checkIn.due')).sort()).toEqual([review.employee, review.manager].sort());
    await review.driver.accept(review.manager, review.workflowId, 'checkIn', { note: '谈过了' });
    await review.driver.advanceTo('2026-11-04T01:00:00.000Z');
    expect(await notices(review, 'checkIn.due')).toHaveLength(2);
    expect(await review.driver.openSteps(review.workflowId)).toEqual(['period', 'checkIn']);
  });
});

describe('the end of the period', () => {
  test('begins the self-review and lets an open change lapse', async () => {
    const review = await inPeriod();
    await review.driver.advanceTo('2026-10-30T01:00:00.000Z');
    await ask(review, review.employee, '90000');
    await review.driver.advanceTo('2026-12-31T15:59:59.000Z');
    expect((await review.load()).step).toBe('period');
    await review.driver.advanceTo('2026-12-31T16:00:00.000Z');
    expect((await review.load()).step).toBe('selfReview');
    expect(await review.driver.openSteps(review.workflowId)).toEqual(['selfReview']);
    expect((await review.goalStates()).at(-1)).toBe('change lapsed');
    expect(await review.database.read.one(sql`select outcome from approval_instances where workflow_id = ${review.workflowId} and outcome = 'lapsed'`)).toBeDefined();
    expect(await review.driver.decide(review.employee, review.workflowId, 'checkIn', { note: '太晚' })).toMatchObject({ code: 'GOALS.NOT_IN_PERIOD' });
  });
});
