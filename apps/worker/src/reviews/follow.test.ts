import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { proposal, startReviewWorld, type ReviewCase, type ReviewWorld } from './testing.js';
import { tellReviews } from './watchOrganisation.js';

jest.setTimeout(30_000);

let world: ReviewWorld;
const run = (query: ReturnType<typeof sql>) => world.processes.database.read.run(query);
beforeAll(async () => {
  world = await startReviewWorld();
}, 60_000);
afterAll(() => world.stop());
// Everybody is back and managed by whom they were.
afterEach(async () => {
  await run(sql`update employees set left_on = null`);
  await run(sql`update employee_managers m set manager_id = l.id from employees e, employees l where e.id = m.employee_id and e.number like 'O%' and l.number = 'L00000'`);
});

const assignees = async ({ driver }: ReviewCase, step: string): Promise<string[]> => (await driver.tasks(step)).map((task) => task.assigneeId);
const leaves = (id: string) => run(sql`update employees set left_on = '2026-08-01' where id = ${id}`);
const newManager = (review: ReviewCase) => run(sql`update employee_managers set manager_id = ${review.head} where employee_id = ${review.employee}`);
/** One look of the watch; answers whether this review was told. */
async function look(review: ReviewCase): Promise<boolean> {
  await tellReviews(world.processes.database);
  await review.driver.drain();
  return (await review.database.read.one(sql`select 1 from process_events where workflow_id = ${review.workflowId} and name = 'organisationChanged'`)) !== undefined;
}

describe('a review follows', () => {
  test('the new manager, who approves what the old one has not decided', async () => {
    const review = await world.begin();
    await review.driver.accept(review.employee, 'goalProposal', 'submit', proposal('95000'));
    expect(await look(review)).toBe(false);
    await newManager(review);
    expect(await look(review)).toBe(true);
    expect(await assignees(review, 'goalApproval')).toEqual([review.head]);
    await review.driver.accept(review.head, 'goalApproval', 'approve', {});
    expect((await review.load()).goalsOutcome).toBe('agreed');
  });

  test('whoever stands in for a manager who left, in drafting and in scoring', async () => {
    const review = await world.begin();
    await review.driver.expire('goalProposal');
    await leaves(review.manager);
    expect(await look(review)).toBe(true);
    expect(await assignees(review, 'goalDrafting')).toEqual([review.head]);
    await review.driver.accept(review.head, 'goalDrafting', 'submit', { items: [], personalGoals: [] });
    await review.driver.accept(review.employee, 'goalObjection', 'accept', {});
    await run(sql`update employees set left_on = null where id = ${review.manager}`);
    await review.driver.advanceTo('2026-12-31T16:00:00.000Z');
    await review.driver.accept(review.employee, 'selfReview', 'submit', { items: [], summary: '' });
    expect(await assignees(review, 'scoring')).toEqual([review.manager]);
    await leaves(review.manager);
    await review.driver.signal(review.workflowId, 'organisationChanged');
    expect(await assignees(review, 'scoring')).toEqual([review.head]);
  });
});

test('what does not concern a review changes nothing and is kept as ignored', async () => {
  const review = await world.begin();
  await review.driver.accept(review.employee, 'goalProposal', 'submit', proposal('95000'));
  const before = await review.driver.visit('goalApproval');
  await review.driver.signal(review.workflowId, 'organisationChanged');
  expect(await review.driver.visit('goalApproval')).toEqual(before);
  expect(await review.database.read.one(sql`select state from process_events where workflow_id = ${review.workflowId}`)).toEqual({ state: 'ignored' });
});

test('a review is told once a day, not every five minutes', async () => {
  const review = await world.begin();
  await review.driver.accept(review.employee, 'goalProposal', 'submit', proposal('95000'));
  await newManager(review);
  await tellReviews(world.processes.database);
  expect(await tellReviews(world.processes.database)).toBe(0);
});
