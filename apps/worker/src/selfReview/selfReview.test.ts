import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { startReviewWorld, type ReviewCase, type ReviewWorld } from '../reviews/testing.js';
import { addEmployee } from '../testing/index.js';

let world: ReviewWorld;
let marketing: string;
let product: string;
/** Two people of a department on which a lead's sheet depends, one of the lead's own department. */
const people: string[] = [];

beforeAll(async () => {
  world = await startReviewWorld();
  const read = world.processes.database.read;
  const department = async (code: string) => String((await read.one(sql<{ id: string }>`insert into departments (code, name) values (${code}, ${code}) returning id`))?.id);
  [marketing, product] = [await department('marketing'), await department('product')];
  for (const departmentId of [marketing, marketing, product]) people.push(await addEmployee(read, { departmentId }));
}, 60_000);
afterAll(() => world.stop());

/** A review whose period is over. A lead's sheet asks collaborators, an operator's does not. */
async function afterPeriod(who: 'lead' | 'operator' = 'operator'): Promise<ReviewCase> {
  const review = await world.begin({ who });
  await review.driver.accept(review.employee, 'goalProposal', 'submit', { items: [], personalGoals: [] });
  await review.driver.accept(review.manager, 'goalApproval', 'approve', {});
  await review.driver.advanceTo('2026-12-31T16:00:00.000Z');
  return review;
}
const submit = (review: ReviewCase) => review.driver.accept(review.employee, 'selfReview', 'submit', { items: [], summary: '完成' });
const stateOf = (review: ReviewCase) => review.database.read.one(sql`select state, body from self_reviews where review_id = ${review.reviewId}`);
const inputs = async (review: ReviewCase) => (await review.database.read.all(sql<{ state: string }>`select state from collaborator_inputs where review_id = ${review.reviewId} order by state`)).map((row) => row.state);

describe('self-review', () => {
  test('handed in, scoring begins', async () => {
    const review = await afterPeriod();
    expect(await review.driver.decide(review.employee, 'selfReview', 'submit', { items: [{ key: 'K00000.articleReads', text: '超额完成', evidenceIds: [] }], summary: '' })).toMatchObject({ status: 'applied' });
    expect(await stateOf(review)).toMatchObject({ state: 'submitted', body: { items: [{ key: 'K00000.articleReads' }] } });
    expect((await review.load()).step).toBe('scoring');
  });

  test('texts on unknown items and foreign evidence are refused', async () => {
    const review = await afterPeriod();
    const item = (key: string, evidenceIds: string[]) => ({ items: [{ key, text: 'x', evidenceIds }], summary: '' });
    expect(await review.driver.decide(review.employee, 'selfReview', 'submit', item('K9.x', []))).toMatchObject({ code: 'SELF_REVIEW.UNKNOWN_ITEM' });
    expect(await review.driver.decide(review.employee, 'selfReview', 'submit', item('K00000.articleReads', [randomUUID()]))).toMatchObject({ code: 'SELF_REVIEW.UNKNOWN_EVIDENCE' });
  });

  test('files that are named are frozen with it, those of somebody else are refused', async () => {
    const review = await afterPeriod();
    const paper = async (owner: string) => String((await review.database.read.one(sql<{ id: string }>`
      insert into appeal_papers (review_id, name, mime, size, sha256, content, uploaded_by, created_at) values (${review.reviewId}, 'a.pdf', 'application/pdf', 1, ${'0'.repeat(64)}, ${Buffer.from('x')}, ${owner}, now()) returning id`))?.id);
    const [own, spare, foreign] = [await paper(review.employee), await paper(review.employee), await paper(review.manager)];
    const body = (evidenceIds: string[]) => ({ items: [{ key: 'K00000.articleReads', text: '见附件', evidenceIds }], summary: '' });
    expect(await review.driver.decide(review.employee, 'selfReview', 'submit', body([own, foreign]))).toMatchObject({ code: 'SELF_REVIEW.UNKNOWN_EVIDENCE' });
    const frozen = async () => (await review.database.read.all(sql<{ id: string }>`select id from appeal_papers where review_id = ${review.reviewId} and frozen_at is not null`)).map((row) => row.id);
    expect(await frozen()).toEqual([]);
    await review.driver.accept(review.employee, 'selfReview', 'submit', body([own]));
    expect(await frozen()).toEqual([own]);
    expect(spare).not.toBe(own);
  });

  test('not handed in is recorded as such and the step moves on', async () => {
    const review = await afterPeriod();
    await review.driver.expire('selfReview');
    expect(await stateOf(review)).toEqual({ state: 'notSubmitted', body: null });
    expect((await review.load()).step).toBe('scoring');
  });

  test('a leaver is scored without one', async () => {
    const review = await world.begin();
    await review.driver.accept(review.employee, 'goalProposal', 'submit', { items: [], personalGoals: [] });
    await review.driver.accept(review.manager, 'goalApproval', 'approve', {});
    await review.database.read.run(sql`update employees set left_on = '2026-12-20' where id = ${review.employee}`);
    await review.driver.advanceTo('2026-12-31T16:00:00.000Z');
    await review.database.read.run(sql`update employees set left_on = null where id = ${review.employee}`);
    expect((await review.load()).step).toBe('scoring');
    expect(await stateOf(review)).toMatchObject({ state: 'notSubmitted' });
  });
});

describe('collaborators', () => {
  test('a sheet without the item asks nobody', async () => {
    const review = await afterPeriod();
    expect(await review.driver.decide(review.employee, 'selfReview', 'proposeCollaborators', { employeeIds: people.slice(0, 1) })).toMatchObject({ code: 'COLLABORATORS.NOT_ASKED' });
  });

  test('proposed by the person, confirmed by the manager, answered beside the self-review', async () => {
    const review = await afterPeriod('lead');
    await review.driver.accept(review.employee, 'selfReview', 'proposeCollaborators', { employeeIds: people });
    expect(await review.driver.decide(review.employee, 'selfReview', 'proposeCollaborators', { employeeIds: people })).toMatchObject({ code: 'COLLABORATORS.ALREADY_PROPOSED' });
    await review.driver.accept(review.manager, 'collaborators', 'confirm', { employeeIds: people.slice(0, 2) });
    expect(await review.driver.openSteps(review.workflowId)).toEqual(['selfReview', 'collaboratorInput']);
    await review.driver.accept(String(people[0]), 'collaboratorInput', 'answer', { score: 80, text: '配合及时' });
    expect(await review.driver.decide(String(people[0]), 'collaboratorInput', 'answer', { score: 0, text: '再来' })).toMatchObject({ code: 'VISIT.ALREADY_DECIDED' });
    await submit(review);
    expect((await review.load()).step).toBe('selfReview');
    await review.driver.accept(String(people[1]), 'collaboratorInput', 'answer', { score: 90, text: '很好' });
    expect((await review.load()).step).toBe('scoring');
    expect(await inputs(review)).toEqual(['answered', 'answered']);
  });

  test('missing is missing', async () => {
    const review = await afterPeriod('lead');
    await review.driver.accept(review.employee, 'selfReview', 'proposeCollaborators', { employeeIds: people });
    await review.driver.accept(review.manager, 'collaborators', 'confirm', { employeeIds: people });
    await submit(review);
    await review.driver.accept(String(people[0]), 'collaboratorInput', 'answer', { score: 80, text: '配合及时' });
    await review.driver.expire('collaboratorInput');
    expect(await inputs(review)).toEqual(['answered', 'missing', 'missing']);
    expect((await review.load()).step).toBe('scoring');
  });

  test('only people whom the sheet depends on, nobody twice, one from another department', async () => {
    const review = await afterPeriod('lead');
    const propose = (employeeIds: string[]) => review.driver.decide(review.employee, 'selfReview', 'proposeCollaborators', { employeeIds });
    expect(await propose([review.manager])).toMatchObject({ code: 'COLLABORATORS.NOT_ELIGIBLE' });
    expect(await propose([review.hr])).toMatchObject({ code: 'COLLABORATORS.NOT_ELIGIBLE' });
    expect(await propose([String(people[0]), String(people[0])])).toMatchObject({ code: 'COLLABORATORS.NAMED_TWICE' });
  });

  test('nobody proposed: the manager names people, or nobody is asked in the end', async () => {
    const review = await afterPeriod('lead');
    await submit(review);
    expect(await review.driver.openSteps(review.workflowId)).toEqual(['collaborators']);
    await review.driver.accept(review.manager, 'collaborators', 'return', { reason: '没有合适的人' });
    expect((await review.load()).step).toBe('scoring');
    expect(await inputs(review)).toEqual([]);
  });

  test('a return lets the person propose again while the self-review is open', async () => {
    const review = await afterPeriod('lead');
    await review.driver.accept(review.employee, 'selfReview', 'proposeCollaborators', { employeeIds: people.slice(0, 1) });
    await review.driver.accept(review.manager, 'collaborators', 'return', { reason: '请换一位' });
    expect(await review.driver.openSteps(review.workflowId)).toEqual(['selfReview']);
    await review.driver.accept(review.employee, 'selfReview', 'proposeCollaborators', { employeeIds: people.slice(1) });
    expect(await review.driver.openSteps(review.workflowId)).toEqual(['selfReview', 'collaborators']);
  });

  test('not confirmed in time, the proposal stands', async () => {
    const review = await afterPeriod('lead');
    await review.driver.accept(review.employee, 'selfReview', 'proposeCollaborators', { employeeIds: people.slice(0, 1) });
    await submit(review);
    await review.driver.expire('collaborators');
    expect((await review.driver.tasks('collaboratorInput')).map((task) => task.assigneeId)).toEqual(people.slice(0, 1));
  });
});
