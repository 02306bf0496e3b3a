import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { insertBuffer, updateBuffer, bufferOf } from '@fairmark/persistence/buffers';
import { sql } from '@fairmark/persistence/database';
import { loadReview } from '../reviews/review.js';
import { because, startAppeals, type Appeals, type Case } from './testing.js';

jest.setTimeout(60_000);

let t: Appeals;
beforeAll(async () => {
  t = await startAppeals();
});
afterAll(() => t.stop());

const END = { kind: 'bufferOutcome' as const, key: '' };
const body = { items: [{ item: END, ground: 'outcomeUnfounded', text: '目标已达成' }], paperIds: [] };

/** The improvement was judged as not fulfilled, and the person is told. */
async function judged(c: Case): Promise<string> {
  return t.database.transaction(async (tx) => {
    const { plan } = await loadReview(tx, c.reviewId);
    await tx.run(sql`update visits set state = 'closed', wake_at = null where workflow_id = ${c.workflowId}`);
    await tx.run(sql`update reviews set step = 'buffer', final_at = ${t.driver.now} where id = ${c.reviewId}`);
    await tx.run(sql`update processes set step = 'buffer' where workflow_id = ${c.workflowId}`);
    await insertBuffer(tx, { reviewId: c.reviewId, kind: 'improvement', state: 'supportPlan', rule: plan.buffer, consequence: 'pending', closedAt: null });
    const buffer = await bufferOf(tx, c.reviewId);
    await updateBuffer(tx, String(buffer?.id), { state: 'closed', outcome: 'not', consequence: 'inEffect' });
    const row = await tx.one(sql<{ id: string }>`
      insert into visits (workflow_id, step, no, subject_id, opened_at, due_at, due_zone) values (${c.workflowId}, 'bufferOutcome', 1, ${c.person}, ${t.driver.now}, '2026-12-31T16:00:00.000Z', 'Asia/Shanghai') returning id`);
    await tx.run(sql`insert into tasks (visit_id, assignee_id, why, created_at) values (${row?.id}, ${c.person}, 'subject', ${t.driver.now})`);
    return String(row?.id);
  });
}

const caseOf = async (c: Case) => String((await t.database.read.one(sql<{ id: string }>`select id from appeals where review_id = ${c.reviewId} and about = 'buffer'`))?.id);
const ending = (c: Case) => t.database.read.one(sql`select outcome, consequence from buffers where review_id = ${c.reviewId}`);

test('the end of an improvement buffer can be contested, also by somebody who had appealed the result: a better outcome changes the consequence, the rating stays', async () => {
  const c = await t.begin();
  await t.driver.accept(c.person, `appeal/${await t.file(c)}`, 'withdraw', { confirmed: true });
  await t.driver.accept(c.person, await judged(c), 'appeal', body);
  const id = await caseOf(c);
  await t.admit(id, c.d.hr);
  await t.state(id, c);
  const [first] = (await t.members(id)) as [string];
  const propose = (outcome: string) => t.propose(id, first, { outcome: 'adjusted', items: [{ item: END, value: { kind: 'buffer', outcome } }], ...because });
  await expect(propose('not')).rejects.toThrow('APPEAL.VALUE_UNCHANGED');
  await t.decide(id, await propose('partly'));
  await t.driver.accept(c.person, await t.visit(id, 'secondLevelFiling'), 'accept');
  expect(await ending(c)).toEqual({ outcome: 'partly', consequence: 'softened' });
  expect(await t.database.read.all(sql`select kind, coefficient_bp as "coefficientBp", reason from rewards where review_id = ${c.reviewId} and reason = 'buffer'`)).toEqual([{ kind: 'full', coefficientBp: 8_000, reason: 'buffer' }]);
  expect(await t.driver.process(c.workflowId)).toMatchObject({ state: 'closed', outcome: 'closed' });
  expect(await t.database.read.all(sql`select source from ratings where review_id = ${c.reviewId}`)).toEqual([{ source: 'computed' }]);
});

test('withdrawn, the outcome stands and the review closes', async () => {
  const c = await t.begin();
  await t.driver.accept(c.person, await judged(c), 'appeal', body);
  await t.driver.accept(c.person, `appeal/${await caseOf(c)}`, 'withdraw', { confirmed: true });
  expect(await ending(c)).toEqual({ outcome: 'not', consequence: 'inEffect' });
  expect((await t.driver.process(c.workflowId)).state).toBe('closed');
});
