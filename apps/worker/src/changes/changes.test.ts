import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ChangePolicy } from '@fairmark/contracts/changes';
import { orgEvent, type OrgEvent } from '@fairmark/domain/changes';
import { relationsTo } from '@fairmark/persistence/access';
import { advanceChanges, movesOfVisit, registerChanges, setPolicy } from '@fairmark/persistence/changes';
import { sql } from '@fairmark/persistence/database';
import { loadSegments } from '@fairmark/persistence/scoring';
import { proposal, startReviewWorld, type ReviewCase, type ReviewWorld } from '../reviews/testing.js';

jest.setTimeout(60_000);

let world: ReviewWorld;
const run = (query: ReturnType<typeof sql>) => world.processes.database.read.run(query);
beforeAll(async () => {
  world = await startReviewWorld();
});
afterAll(() => world.stop());
afterEach(async () => {
  await run(sql`delete from change_policies`);
  await run(sql`update org_changes set state = 'applied'`);
  await run(sql`update employees set left_on = null`);
  await run(sql`delete from employee_managers m using employees e where e.id = m.employee_id and m.valid_from > '2020-01-01'`);
  await run(sql`update employee_managers set valid_to = null`);
});

const NUMBERS = { old: 'L00000', new: 'H00000', employee: 'O00000' };

/** The employee's manager is the head from this day on. */
async function rows(review: ReviewCase, day: string): Promise<void> {
  await run(sql`update employee_managers set valid_to = ${day} where employee_id = ${review.employee} and valid_to is null`);
  await run(sql`insert into employee_managers (employee_id, manager_id, valid_from) values (${review.employee}, ${review.head}, ${day})`);
}

let count = 0;
/** An event becomes known now, and everything that follows has happened when this returns. */
async function tell(review: ReviewCase, event: OrgEvent, extra: { key?: string; successorId?: string } = {}): Promise<void> {
  const { database } = world.processes;
  const { key = `test-${(count += 1)}`, successorId = null } = extra;
  await database.transaction((tx) => registerChanges(tx, [event], { source: 'hr', origin: 'test', importId: null, by: review.hr, at: review.driver.now, today: review.driver.now.slice(0, 10), key, successorId }));
  await settle(review);
}

async function settle(review: ReviewCase): Promise<void> {
  while (await advanceChanges(world.processes.database, review.driver.now)) await review.driver.drain();
  await review.driver.drain();
}

const managerChanged = (effectiveOn: string): OrgEvent => orgEvent({ kind: 'managerChanged', number: NUMBERS.employee, fromManager: NUMBERS.old, toManager: NUMBERS.new, effectiveOn });
const policy = (chosen: ChangePolicy, change: OrgEvent['kind'] = 'managerChanged') => world.processes.database.transaction((tx) => setPolicy(tx, { process: 'review', change, policy: chosen }, world.company.hr[0], '2026-09-01T01:00:00.000Z'));
const assignees = async ({ driver }: ReviewCase, step: string): Promise<string[]> => (await driver.tasks(step)).map((task) => task.assigneeId);
/** A review whose goals were not submitted: the manager drafts. */
async function drafting(): Promise<ReviewCase> {
  const review = await world.begin();
  await review.driver.expire('goalProposal');
  return review;
}
const today = (review: ReviewCase): string => review.driver.now.slice(0, 10);

/** Goes to scoring; answers who scores which stretch. */
async function scorers(review: ReviewCase): Promise<string[]> {
  if (await review.driver.visit('goalDrafting')) await review.driver.accept(String((await assignees(review, 'goalDrafting'))[0]), 'goalDrafting', 'submit', { items: [], personalGoals: [] });
  if (await review.driver.visit('goalObjection')) await review.driver.accept(review.employee, 'goalObjection', 'accept', {});
  await review.driver.advanceTo('2026-12-31T16:00:00.000Z');
  await review.driver.accept(review.employee, 'selfReview', 'submit', { items: [], summary: '' });
  return stretches(review);
}

async function stretches(review: ReviewCase): Promise<string[]> {
  const name = new Map([[review.manager, 'old'], [review.head, 'new']]);
  return (await loadSegments(review.database.read, review.reviewId)).map((one) => `${name.get(one.managerId)} ${one.from}..${one.to}`);
}

describe('a new manager', () => {
  test('by segments: takes over what is open with one record of why, and each scores their own stretch', async () => {
    const review = await drafting();
    const day = today(review);
    await rows(review, day);
    await tell(review, managerChanged(day));
    const visit = await review.driver.visit('goalDrafting');
    expect(await assignees(review, 'goalDrafting')).toEqual([review.head]);
    expect(await movesOfVisit(review.database.read, String(visit?.id))).toMatchObject([{ from: { id: review.manager }, to: { id: review.head }, why: 'lineManager', policy: 'bySegments', change: { kind: 'managerChanged', employee: { id: review.employee } } }]);
    expect(await review.database.read.one(sql`select state, (select count(*)::integer from org_change_targets t where t.change_id = c.id) as n from org_changes c order by created_at desc limit 1`)).toEqual({ state: 'applied', n: 1 });
    expect(await scorers(review)).toEqual([expect.stringMatching(/^old 2026-07-01/), expect.stringMatching(/^new .*2026-12-31$/)]);
  });

  test('stay with the old: keeps the open step and every later one, and scores the whole', async () => {
    await policy('stayOld');
    const review = await drafting();
    const day = today(review);
    await rows(review, day);
    await tell(review, managerChanged(day));
    expect(await assignees(review, 'goalDrafting')).toEqual([review.manager]);
    expect([...(await relationsTo(review.database.read, review.manager, 'review', review.reviewId)).relations]).toContain('manager');
    expect(await scorers(review)).toEqual(['old 2026-07-01..2026-12-31']);
    expect(await assignees(review, 'scoring')).toEqual([review.manager]);
  });

  test('follow the new: scores the whole', async () => {
    await policy('followNew');
    const review = await drafting();
    await rows(review, today(review));
    await tell(review, managerChanged(today(review)));
    expect(await assignees(review, 'goalDrafting')).toEqual([review.head]);
    expect(await scorers(review)).toEqual(['new 2026-07-01..2026-12-31']);
  });

  test.each(['bySegments', 'stayOld', 'followNew'] as const)('%s: known late, and twice, gives the same as in time', async (chosen) => {
    await policy(chosen);
    const inTime = await drafting();
    await rows(inTime, '2026-10-15');
    inTime.driver.now = '2026-10-16T01:00:00.000Z';
    await tell(inTime, managerChanged('2026-10-15'));
    const expected = await scorers(inTime);
    await run(sql`update reviews set state = 'cancelled'`);
    await run(sql`delete from employee_managers m using employees e where e.id = m.employee_id and m.valid_from > '2020-01-01'`);
    await run(sql`update employee_managers set valid_to = null`);
    const late = await drafting();
    expect(await scorers(late)).toEqual(['old 2026-07-01..2026-12-31']);
    await rows(late, '2026-10-15');
    await tell(late, managerChanged('2026-10-15'), { key: `late-${chosen}` });
    await tell(late, managerChanged('2026-10-15'), { key: `late-${chosen}` });
    await tell(late, managerChanged('2026-10-15'));
    expect(await stretches(late)).toEqual(expected);
    const open = await late.database.read.all(sql<{ id: string }>`select t.assignee_id as id from tasks t join visits v on v.id = t.visit_id where v.workflow_id = ${late.workflowId} and v.step = 'scoring' and v.state = 'open' and t.state = 'open'`);
    expect(open.length).toBe(expected.length);
  });

  test('comes into force on its day', async () => {
    const review = await drafting();
    await rows(review, '2026-11-01');
    await tell(review, managerChanged('2026-11-01'));
    expect(await assignees(review, 'goalDrafting')).toEqual([review.manager]);
    review.driver.now = '2026-11-01T01:00:00.000Z';
    await settle(review);
    expect(await assignees(review, 'goalDrafting')).toEqual([review.head]);
  });
});

describe('somebody is away', () => {
  const leave = (day: string) => orgEvent({ kind: 'onLeave', number: NUMBERS.old, effectiveOn: day, until: '2026-12-01' });

  test('stay with the old: their tasks wait for them', async () => {
    const review = await drafting();
    await tell(review, leave(today(review)));
    expect(await assignees(review, 'goalDrafting')).toEqual([review.manager]);
  });

  test('follow the new: the manager above acts, also in later steps, until they are back', async () => {
    await policy('followNew', 'onLeave');
    const review = await drafting();
    await tell(review, leave(today(review)));
    expect(await assignees(review, 'goalDrafting')).toEqual([review.head]);
    await review.driver.accept(review.head, 'goalDrafting', 'submit', { items: [], personalGoals: [] });
    await review.driver.accept(review.employee, 'goalObjection', 'object', { reason: '再议' });
    expect(await assignees(review, 'goalDrafting')).toEqual([review.head]);
    await tell(review, orgEvent({ kind: 'returned', number: NUMBERS.old, effectiveOn: today(review) }));
    expect(await assignees(review, 'goalDrafting')).toEqual([review.manager]);
  });
});

describe('somebody leaves', () => {
  const leaves = (day: string) => orgEvent({ kind: 'left', number: NUMBERS.old, effectiveOn: day });

  test('and their tasks go to the successor, their substitutes and sessions end', async () => {
    const review = await drafting();
    await run(sql`update employees set left_on = ${today(review)}::date - 1 where id = ${review.manager}`);
    await run(sql`insert into sessions (id_hash, employee_id, data, expires_at) values ('x', ${review.manager}, '{}', now() + interval '1 day')`);
    await run(sql`insert into delegations (delegator_id, delegate_id, kinds, from_at, to_at, zone, reason, made_by, created_at) values (${review.manager}, ${review.executive}, '{review}', now(), '2027-01-01', 'UTC', 'x', ${review.manager}, now())`);
    await tell(review, leaves(today(review)), { successorId: review.executive });
    const visit = await review.driver.visit('goalDrafting');
    expect(await review.driver.tasks('goalDrafting')).toMatchObject([{ assigneeId: review.executive, why: 'successor' }]);
    expect(await movesOfVisit(review.database.read, String(visit?.id))).toMatchObject([{ from: { id: review.manager }, to: { id: review.executive }, why: 'successor', change: { kind: 'left' } }]);
    expect(await review.database.read.all(sql`select 1 from sessions where employee_id = ${review.manager}`)).toEqual([]);
    expect(await review.database.read.one(sql`select end_reason as why from delegations where delegator_id = ${review.manager}`)).toEqual({ why: 'left' });
  });

  test('without a successor the step asks whom it would ask now', async () => {
    const review = await drafting();
    await run(sql`update employees set left_on = ${today(review)}::date - 1 where id = ${review.manager}`);
    await tell(review, leaves(today(review)));
    expect(await assignees(review, 'goalDrafting')).toEqual([review.head]);
  });

  test('the one whom a review is about: it goes on without a self-review', async () => {
    const review = await drafting();
    await review.driver.accept(review.manager, 'goalDrafting', 'submit', { items: [], personalGoals: [] });
    await review.driver.accept(review.employee, 'goalObjection', 'accept', {});
    await review.driver.advanceTo('2026-12-31T16:00:00.000Z');
    expect(await review.driver.openSteps(review.workflowId)).toEqual(['selfReview']);
    await run(sql`update employees set left_on = '2026-12-31' where id = ${review.employee}`);
    await tell(review, orgEvent({ kind: 'left', number: NUMBERS.employee, effectiveOn: '2027-01-01' }));
    expect(await review.driver.openSteps(review.workflowId)).toEqual(['scoring']);
    expect(await review.database.read.one(sql`select state from self_reviews where review_id = ${review.reviewId}`)).toEqual({ state: 'notSubmitted' });
  });
});

describe('an approval', () => {
  async function submitted(): Promise<ReviewCase> {
    const review = await world.begin();
    await review.driver.accept(review.employee, 'goalProposal', 'submit', proposal('95000'));
    return review;
  }
  const moved = (review: ReviewCase) => review.database.read.all(sql`select from_id as "from", to_id as "to", why from task_moves where workflow_id = ${review.workflowId}`);

  test('that has not been decided goes to the new manager', async () => {
    const review = await submitted();
    await rows(review, today(review));
    await tell(review, managerChanged(today(review)));
    expect(await assignees(review, 'goalApproval')).toEqual([review.head]);
    expect(await moved(review)).toEqual([{ from: review.manager, to: review.head, why: 'substitute' }]);
  });

  test('stays with the old one where the policy says so, also when it is asked for later', async () => {
    await policy('stayOld');
    const review = await submitted();
    await rows(review, today(review));
    await tell(review, managerChanged(today(review)));
    expect(await assignees(review, 'goalApproval')).toEqual([review.manager]);
    await review.driver.accept(review.manager, 'goalApproval', 'return', { reason: '请细化' });
    await review.driver.accept(review.employee, 'goalProposal', 'submit', proposal('96000'));
    expect(await assignees(review, 'goalApproval')).toEqual([review.manager]);
    expect(await moved(review)).toEqual([]);
  });

  test('of somebody who leaves goes to the successor, without one to whom it names now', async () => {
    const review = await submitted();
    await run(sql`update employees set left_on = ${today(review)}::date - 1 where id = ${review.manager}`);
    await tell(review, orgEvent({ kind: 'left', number: NUMBERS.old, effectiveOn: today(review) }), { successorId: review.executive });
    expect(await assignees(review, 'goalApproval')).toEqual([review.executive]);
    const other = await submitted();
    expect(await assignees(other, 'goalApproval')).toEqual([other.head]);
  });
});
