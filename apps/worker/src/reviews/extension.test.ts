import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanSteps } from '@fairmark/contracts/plans';
import { referencePlan } from '@fairmark/domain/plans';
import { startReviewWorld, type ReviewCase, type ReviewWorld } from './testing.js';

let world: ReviewWorld;
beforeAll(async () => {
  world = await startReviewWorld();
}, 60_000);
afterAll(() => world.stop());

const twoDays = { duration: { n: 2, unit: 'day' as const }, remindBefore: [], timeout: { kind: 'extend' as const, by: { n: 1, unit: 'day' as const } } };
const begin = (...steps: (keyof PlanSteps)[]): Promise<ReviewCase> =>
  world.begin({ plan: { steps: { ...referencePlan.steps, ...Object.fromEntries(steps.map((step) => [step, twoDays])) } } });
const dueAt = async ({ driver }: ReviewCase, step: string): Promise<string | null | undefined> => (await driver.visit(step))?.dueAt;

describe('a plan that extends', () => {
  test('moves the deadline once; then the step ends as it always would', async () => {
    const review = await begin('goalProposal');
    expect(await dueAt(review, 'goalProposal')).toBe('2026-09-03T16:00:00.000Z');
    await review.driver.expire('goalProposal');
    expect(await dueAt(review, 'goalProposal')).toBe('2026-09-04T16:00:00.000Z');
    await review.driver.expire('goalProposal');
    expect(await review.driver.openSteps(review.workflowId)).toEqual(['goalDrafting']);
  });

  test('asks the next manager where nothing ends by itself', async () => {
    const review = await begin('goalDrafting');
    await review.driver.expire('goalProposal');
    await review.driver.expire('goalDrafting');
    expect((await review.driver.tasks('goalDrafting')).map((task) => task.assigneeId)).toEqual([review.manager]);
    await review.driver.expire('goalDrafting');
    expect((await review.driver.tasks('goalDrafting')).map((task) => task.assigneeId)).toEqual([review.head]);
  });

  test('never makes somebody else answer for the person: no answer to an edit goes to arbitration', async () => {
    const review = await begin('goalConfirmation');
    await review.driver.accept(review.employee, 'goalProposal', 'submit', { items: [], personalGoals: [] });
    await review.driver.accept(review.manager, 'goalApproval', 'edit', { items: [{ itemId: 'K00000.articleReads', target: '99000' }], personalGoals: [], reason: '市场在增长' });
    await review.driver.expire('goalConfirmation');
    await review.driver.expire('goalConfirmation');
    expect(await review.driver.openSteps(review.workflowId)).toEqual(['goalArbitration']);
  });
});
