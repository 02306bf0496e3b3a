import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { adjustmentsOf, quarterById } from '@fairmark/persistence/pdca';
import { approvalHandlers } from '../approvals/index.js';
import { addEmployee, startTestProcesses, type TestProcesses } from '../testing/index.js';
import { HELD, RESUMED } from '../rollouts/children.js';
import { pdcaQuarterHandlers } from './index.js';
import { addTestRollout, listeningRollout, review, type TestRollout } from './testing.js';

let processes: TestProcesses;
let rollout: TestRollout;
const reported: string[] = [];
beforeAll(async () => {
  processes = await startTestProcesses([pdcaQuarterHandlers, approvalHandlers, listeningRollout(reported)]);
  const hr = await addEmployee(processes.database.read);
  await processes.database.read.run(sql`insert into role_grants (employee_id, role) values (${hr}, 'hr')`);
}, 30_000);
afterAll(() => processes.stop());
beforeEach(async () => {
  await processes.database.read.run(sql`update visits set state = 'closed', wake_at = null where state = 'open'`);
  processes.driver.now = '2027-01-04T02:00:00.000Z';
  rollout = await addTestRollout(processes.database, processes.driver);
});

const expected = { measure: 'acceptance', change: '0.05', text: '认可度上升五个点' };
const visitOf = async (quarter: string) => (await processes.database.read.one(sql<{ id: string }>`select id from visits where workflow_id = ${rollout.workflow(quarter)} and state = 'open' order by opened_at desc limit 1`))?.id ?? '';
const act = async (quarter: string, action: string, body: object = {}, actor = rollout.leadId) => processes.driver.decide(actor, await visitOf(quarter), action, body as Record<string, unknown>);
const done = async (quarter: string, action: string, body: object = {}) => {
  const answer = await act(quarter, action, body);
  if (answer.status === 'refused') throw new Error(`${answer.code} ${JSON.stringify(answer.details)}`);
  return answer;
};
const codeOf = async (quarter: string, action: string, body: object = {}) => ((await act(quarter, action, body)) as { code?: string }).code;
const rowOf = async (quarter: string) => quarterById(processes.database.read, (await processes.driver.process(rollout.workflow(quarter))).refId);
const adjustments = async (quarter: string) => adjustmentsOf(processes.database.read, (await rowOf(quarter)).id);
const propose = (quarter: string, pair = 0) => done(quarter, 'propose', { title: '提高首项权重', reason: '留存偏低', touches: rollout.touches(pair), expected });
/** Reviews, proposes and adopts a version that moves 100 bp. */
async function adopted(quarter: string, pair = 0): Promise<void> {
  await done(quarter, 'completeReview', review);
  await propose(quarter, pair);
  await done(quarter, 'adopt', { planVersionId: await rollout.version(rollout.shifted(100, pair, (await rollout.planVersion()).document)) });
}
const decide = async (quarter: string, decision: string) => ({ decisions: (await adjustments(quarter)).filter(({ state }) => state === 'tracking').map(({ id }) => ({ adjustmentId: id, decision, reason: '看数据' })) });

describe('a quarter', () => {
  test('reviews with user research, adjusts inside the limits, follows the effect and keeps', async () => {
    expect(await rollout.quarters('2027-01-01')).toEqual(['2027Q1']);
    expect(await codeOf('2027Q1', 'completeReview', { ...review, research: [] })).toBe('PDCA.RESEARCH_MISSING');
    await done('2027Q1', 'completeReview', review);
    expect(await codeOf('2027Q1', 'propose', { title: '改', reason: '因', touches: rollout.touches() })).toBe('PDCA.EFFECT_MISSING');
    expect(await codeOf('2027Q1', 'adopt', { planVersionId: await rollout.version(rollout.shifted(100)) })).toBe('PDCA.NO_ADJUSTMENT');
    await propose('2027Q1');
    expect(await codeOf('2027Q1', 'keepUnchanged')).toBe('PDCA.OPEN_PROPOSALS');
    expect(await codeOf('2027Q1', 'adopt', { planVersionId: await rollout.version(rollout.shifted(150), false) })).toBe('PDCA.NOT_APPROVED');
    expect(await codeOf('2027Q1', 'adopt', { planVersionId: await rollout.version(rollout.shifted(100, 1)) })).toBe('PDCA.UNCOVERED');
    const replaced = { ...rollout.document, sheets: rollout.document.sheets.map((sheet, index) => (index === 0 ? { ...sheet, items: sheet.items.slice(0, 1).map((item) => ({ ...item, weightBp: 10_000 })) } : sheet)) };
    expect(await codeOf('2027Q1', 'adopt', { planVersionId: await rollout.version(replaced) })).toBe('PDCA.TOO_MANY_REPLACED');
    await done('2027Q1', 'adopt', { planVersionId: await rollout.version(rollout.shifted(101)) });
    expect((await rollout.planVersion()).document).toEqual(rollout.shifted(101));
    expect(await adjustments('2027Q1')).toMatchObject([{ state: 'tracking', baseline: { key: 'acceptance' } }]);
    await processes.driver.advanceTo('2027-04-30T15:59:00.000Z');
    expect(await processes.driver.openSteps(rollout.workflow('2027Q1'))).toEqual(['tracking']);
    await processes.driver.advanceTo('2027-04-30T16:00:01.000Z');
    expect(await processes.driver.openSteps(rollout.workflow('2027Q1'))).toEqual(['effect']);
    expect(await adjustments('2027Q1')).toMatchObject([{ compared: { outcome: 'notEnoughData', change: null } }]);
    expect(await codeOf('2027Q1', 'decideEffect', { decisions: [{ adjustmentId: rollout.id, decision: 'keep', reason: '好' }] })).toBe('PDCA.UNDECIDED');
    await done('2027Q1', 'decideEffect', await decide('2027Q1', 'keep'));
    expect(await rowOf('2027Q1')).toMatchObject({ state: 'closed', changed: true });
    expect(await processes.driver.process(rollout.workflow('2027Q1'))).toMatchObject({ state: 'closed', outcome: 'kept' });
    expect(reported).toContain((await rowOf('2027Q1')).id);
  });

  test('overlaps the next one: what changed is locked, another sheet item may change, and reverting puts back only its own', async () => {
    await rollout.quarters('2027-01-01');
    await adopted('2027Q1');
    await processes.driver.advanceTo('2027-04-02T02:00:00.000Z');
    expect(await rollout.quarters('2027-01-01')).toEqual(['2027Q2']);
    await done('2027Q2', 'completeReview', review);
    await propose('2027Q2');
    expect(await codeOf('2027Q2', 'adopt', { planVersionId: await rollout.version(rollout.shifted(180)) })).toBe('PDCA.LOCKED');
    await propose('2027Q2', 1);
    const present = (await rollout.planVersion()).document;
    await done('2027Q2', 'adopt', { planVersionId: await rollout.version(rollout.shifted(90, 1, present)) });
    await processes.driver.advanceTo('2027-05-01T02:00:00.000Z');
    const before = await rollout.planVersion();
    await done('2027Q1', 'decideEffect', await decide('2027Q1', 'revert'));
    const after = await rollout.planVersion();
    expect(after.document).toEqual(rollout.shifted(90, 1));
    expect(after.no).toBeGreaterThan(before.no);
    expect(after.approvalState).toBe('inReview');
    expect(await processes.database.read.one(sql`select purpose from approval_requests where about ->> 'planVersionId' = ${after.id}`)).toEqual({ purpose: 'planVersion' });
    expect(await processes.driver.process(rollout.workflow('2027Q1'))).toMatchObject({ outcome: 'reverted' });
    expect(await processes.driver.openSteps(rollout.workflow('2027Q2'))).toEqual(['tracking']);
  });

  test('reverting alone makes a new version with the earlier content, approved because it was', async () => {
    await rollout.quarters('2027-01-01');
    await adopted('2027Q1');
    await processes.driver.advanceTo('2027-05-01T02:00:00.000Z');
    await done('2027Q1', 'decideEffect', await decide('2027Q1', 'revert'));
    expect(await rollout.planVersion()).toMatchObject({ no: 3, approvalState: 'approved', document: rollout.document });
  });

  test('is extended once, then kept or reverted', async () => {
    await rollout.quarters('2027-01-01');
    await adopted('2027Q1');
    await processes.driver.advanceTo('2027-05-01T02:00:00.000Z');
    await done('2027Q1', 'decideEffect', await decide('2027Q1', 'extend'));
    await processes.driver.advanceTo('2027-06-01T02:00:00.000Z');
    expect(await codeOf('2027Q1', 'decideEffect', await decide('2027Q1', 'extend'))).toBe('PDCA.NO_MORE_EXTENSIONS');
    await done('2027Q1', 'decideEffect', await decide('2027Q1', 'keep'));
    expect(await rowOf('2027Q1')).toMatchObject({ state: 'closed' });
  });
});

test('the second quarter without change needs a written reason', async () => {
  processes.driver.now = '2027-04-05T02:00:00.000Z';
  await rollout.quarters('2027-01-01');
  for (const quarter of ['2027Q1', '2027Q2']) await done(quarter, 'completeReview', review);
  await done('2027Q1', 'keepUnchanged');
  expect(await codeOf('2027Q2', 'keepUnchanged')).toBe('PDCA.REASON_NEEDED');
  await done('2027Q2', 'keepUnchanged', { reason: '先看完整年' });
  expect(await rowOf('2027Q2')).toMatchObject({ state: 'closed', changed: false });
});

test('after a downtime the missed quarters come in order, each once, with time to act', async () => {
  processes.driver.now = '2027-08-10T02:00:00.000Z';
  expect(await rollout.quarters('2027-01-01')).toEqual(['2027Q1', '2027Q2', '2027Q3']);
  expect(await rollout.quarters('2027-01-01')).toEqual([]);
  expect((await processes.driver.visit(await visitOf('2027Q1')))?.dueAt).toBe('2027-08-17T16:00:00.000Z');
});

describe('held', () => {
  test('with its rollout it stands still and its dates move; what the lead paused alone stays paused', async () => {
    await rollout.quarters('2027-01-01');
    const workflow = rollout.workflow('2027Q1');
    const due = (await processes.driver.visit(await visitOf('2027Q1')))?.dueAt ?? '';
    await processes.driver.signal(workflow, HELD, { reason: '数据中断' });
    expect(await processes.driver.process(workflow)).toMatchObject({ step: 'paused' });
    processes.driver.now = '2027-01-14T02:00:00.000Z';
    await processes.driver.signal(workflow, RESUMED);
    expect(Date.parse((await processes.driver.visit(await visitOf('2027Q1')))?.dueAt ?? '') - Date.parse(due)).toBe(10 * 86_400_000);
    await processes.driver.accept(rollout.leadId, workflow, 'pause', { reason: '单独暂停' });
    await processes.driver.signal(workflow, HELD, {});
    await processes.driver.signal(workflow, RESUMED);
    expect(await processes.driver.openSteps(workflow)).toEqual(['quarterPause']);
    await done('2027Q1', 'resume');
    expect(await processes.driver.openSteps(workflow)).toEqual(['quarterReview']);
  });
});
