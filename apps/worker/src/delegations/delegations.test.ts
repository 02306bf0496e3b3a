import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { relationsTo } from '@fairmark/persistence/access';
import { sql } from '@fairmark/persistence/database';
import { createDelegation, endDelegation } from '@fairmark/persistence/delegations';
import { inboxPage, visitPage } from '@fairmark/persistence/process';
import { personalGoal, proposal, startReviewWorld, type ReviewCase, type ReviewWorld } from '../reviews/testing.js';
import { addEmployee } from '../testing/index.js';

jest.setTimeout(60_000);

let world: ReviewWorld;
let review: ReviewCase;
let [deputy, second] = ['', ''];
beforeAll(async () => {
  world = await startReviewWorld(new Date(Date.now() + 1_000).toISOString());
  const { read } = world.processes.database;
  [deputy, second] = [await addEmployee(read, { name: '代理' }), await addEmployee(read, { name: '再代理' })];
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.processes.database.read.run(sql`delete from delegations`);
  review = await world.begin();
  await review.driver.accept(review.employee, 'goalProposal', 'submit', proposal('95000', { personalGoals: [personalGoal(500)] }));
});

const HOUR = 3_600_000;
const inHours = (n: number): string => new Date(Date.parse(review.driver.now) + n * HOUR).toISOString();
const delegate = (delegatorId: string, delegateId: string, kinds = ['review'], hours = 48) =>
  world.processes.database.transaction((tx) => createDelegation(tx, { delegatorId, delegateId, kinds, from: inHours(-24), to: inHours(hours), reason: '年假' }, { by: delegatorId, at: inHours(-24) }));
const approve = (who: string) => review.driver.decide(who, 'goalApproval', 'approve', {});
const lineOf = async (who: string, box: 'waiting' | 'done') => (await inboxPage(review.database.read, who, box, { limit: 5, offset: 0 })).items.find((item) => item.processId === review.reviewId);

describe('a substitute', () => {
  test('decides for the one who was asked, and the record says who for whom', async () => {
    await delegate(review.manager, deputy);
    const visit = await review.driver.visit('goalApproval');
    expect(await approve(deputy)).toMatchObject({ status: 'applied' });
    expect(await visitPage(review.database.read, String(visit?.id), review.manager)).toMatchObject({ decided: { by: { id: deputy }, onBehalfOf: { id: review.manager } }, people: [{ person: { id: review.manager }, state: 'done', by: { id: deputy } }] });
    const entry = await review.database.read.one(sql`select actor, on_behalf_of as "onBehalfOf" from audit.entries where chain = ${review.workflowId} and actor = ${deputy} limit 1`);
    expect(entry).toEqual({ actor: deputy, onBehalfOf: review.manager });
    expect(await lineOf(review.manager, 'done')).toMatchObject({ decidedBy: { id: deputy }, onBehalfOf: null });
    expect(await lineOf(deputy, 'done')).toMatchObject({ onBehalfOf: { id: review.manager }, decision: 'approved' });
  });

  test('finds the task in the inbox beside the one who was asked, and comes near the visit only as long as it waits', async () => {
    await delegate(review.manager, deputy);
    expect(await lineOf(review.manager, 'waiting')).toMatchObject({ standIns: [{ id: deputy }], onBehalfOf: null });
    expect(await lineOf(deputy, 'waiting')).toMatchObject({ standIns: [], onBehalfOf: { id: review.manager } });
    const standing = async () => [...(await relationsTo(review.database.read, deputy, 'review', review.reviewId)).relations];
    expect(await standing()).toEqual(['delegate']);
    const visit = String((await review.driver.visit('goalApproval'))?.id);
    await approve(review.manager);
    expect(await standing()).toEqual(['stranger']);
    expect(await review.driver.decide(deputy, visit, 'approve')).toMatchObject({ code: 'VISIT.ALREADY_DECIDED' });
  });

  test('is told of a task like the one who is asked', async () => {
    const other = await world.begin();
    await delegate(other.manager, deputy);
    await other.driver.accept(other.employee, 'goalProposal', 'submit', proposal('95000'));
    const told = await other.database.read.all(sql<{ id: string }>`select employee_id as id from notices n join visits v on v.id = n.visit_id where v.workflow_id = ${other.workflowId} and kind = 'task.review.goalApproval' order by employee_id = ${deputy}`);
    expect(told.map(({ id }) => id)).toEqual([other.manager, deputy]);
    const mailed = await other.database.read.all(sql`select 1 from outbox where channel = 'mail' and body ->> 'employeeId' = ${deputy} and body ->> 'template' = 'task.review.goalApproval'`);
    expect(mailed.length).toBeGreaterThan(0);
  });

  test('of a substitute acts too, and scores stay those of whom they stand in for', async () => {
    await delegate(review.manager, deputy);
    await delegate(deputy, second);
    expect(await approve(second)).toMatchObject({ status: 'applied' });
    expect(await review.database.read.one(sql`select closed_by as by, on_behalf_of as "for" from visits where workflow_id = ${review.workflowId} and step = 'goalApproval'`)).toEqual({ by: second, for: review.manager });
  });
});

describe('a delegation ends on time', () => {
  test('by the instant at which the decision was received', async () => {
    await delegate(review.manager, deputy, ['review'], 2);
    review.driver.now = inHours(2);
    expect(await approve(deputy)).toMatchObject({ code: 'DELEGATION.ENDED' });
    review.driver.now = new Date(Date.parse(review.driver.now) - 1).toISOString();
    expect(await approve(deputy)).toMatchObject({ status: 'applied' });
  });

  test('also when it is taken back in the middle', async () => {
    const id = await delegate(review.manager, deputy);
    expect(await world.processes.database.transaction((tx) => endDelegation(tx, id, { by: review.manager, at: review.driver.now, reason: '' }))).toBe(true);
    expect(await approve(deputy)).toMatchObject({ code: 'DELEGATION.ENDED' });
  });
});

describe('nobody stands in', () => {
  test('in their own case, nor over a chain that passes through the person it is about', async () => {
    await delegate(review.manager, review.employee);
    await delegate(review.employee, deputy);
    expect(await approve(review.employee)).toMatchObject({ code: 'ACTOR.IS_SUBJECT' });
    expect(await approve(deputy)).toMatchObject({ code: 'ACTOR.NOT_ASSIGNED' });
    expect(await lineOf(deputy, 'waiting')).toBeUndefined();
    expect([...(await relationsTo(review.database.read, review.employee, 'review', review.reviewId)).relations]).toEqual(['self']);
  });

  test('for another kind of process', async () => {
    await delegate(review.manager, deputy, ['appeal']);
    expect(await approve(deputy)).toMatchObject({ code: 'ACTOR.NOT_ASSIGNED' });
  });

  test('in what is done in person', async () => {
    const own = await world.begin();
    await delegate(own.employee, deputy);
    expect(await own.driver.decide(deputy, 'goalProposal', 'submit', proposal('95000'))).toMatchObject({ code: 'DELEGATION.PERSONAL_STEP' });
  });

  test('for somebody who cannot act', async () => {
    await delegate(review.manager, deputy);
    await review.database.read.run(sql`insert into accounts (employee_id, disabled_at) values (${review.manager}, now()) on conflict (employee_id) do update set disabled_at = now()`);
    expect(await approve(deputy)).toMatchObject({ code: 'ACTOR.NOT_ASSIGNED' });
    await review.database.read.run(sql`update accounts set disabled_at = null where employee_id = ${review.manager}`);
  });
});
