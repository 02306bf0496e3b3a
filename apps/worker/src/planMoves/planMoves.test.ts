import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { workflowId } from '@fairmark/contracts/process';
import { itemsOf } from '@fairmark/domain/goals';
import { referencePlan } from '@fairmark/domain/plans';
import { sql, type Database } from '@fairmark/persistence/database';
import { planMoveItems, planMoves } from '@fairmark/persistence/planMoves';
import { storeVersion } from '@fairmark/persistence/plans';
import { createTestCompany, type TestCompany } from '@fairmark/persistence/testing';
import { CycleActivities } from '../cycles/index.js';
import { launchTestCycle } from '../cycles/testing.js';
import { loadReview } from '../reviews/review.js';
import { allHandlers } from '../rules.js';
import { startTestProcesses, type ProcessDriver, type TestProcesses } from '../testing/index.js';

const start = '2026-07-01T02:00:00.000Z';
const PEOPLE = 32;
let processes: TestProcesses;
let database: Database;
let driver: ProcessDriver;
let company: TestCompany;
let cycleId: string;
let other: string;
let year = 2026;

/** The reference plan with 100 bp moved from the second to the first item of every sheet, and a longer self-review. */
const changed = (extra: Partial<PlanDocument> = {}): PlanDocument => ({
  ...referencePlan, ...extra,
  sheets: referencePlan.sheets.map(({ items: [first, second, ...rest], ...sheet }) => ({ ...sheet, items: first && second ? [{ ...first, weightBp: first.weightBp + 100 }, { ...second, weightBp: second.weightBp - 100 }, ...rest] : [] })),
});
const upload = (document: PlanDocument): Promise<string> => database.transaction(async (tx) => (await storeVersion(tx, { document, findings: [], overrides: [], actorId: hr() })).versionId);

beforeAll(async () => {
  processes = await startTestProcesses(allHandlers, start);
  ({ database, driver } = processes);
  company = await createTestCompany(database);
}, 30_000);
afterAll(() => processes.stop());
beforeEach(async () => {
  driver.now = start;
  cycleId = await launchTestCycle(database, company, { document: { ...referencePlan, code: `plan-${year}` }, expectedPeople: PEOPLE, now: start, cycle: { periodStart: `${year}-07-01`, periodEnd: `${year}-09-30` } });
  other = await upload(changed({ code: `plan-${year}` }));
  year += 1;
  await driver.drain();
  await new CycleActivities(database, () => ({ beat: () => undefined, signal: new AbortController().signal }), () => driver.now).launchReviews({ workflowId: workflowId.cycle(cycleId) });
  await driver.drain();
}, 30_000);

const hr = (): string => company.hr[0];
const operator = (index: number): string => company.operators[index] as string;
const reviewOf = async (employeeId: string) => loadReview(database.read, String((await database.read.one(sql<{ id: string }>`select id from reviews where cycle_id = ${cycleId} and employee_id = ${employeeId}`))?.id));
const stepsOf = async (employeeId: string) => (await driver.openSteps(workflowId.review(cycleId, employeeId))).sort();
const act = (action: string, body: Record<string, unknown>, actor = hr()) => driver.decide(actor, workflowId.cycle(cycleId), action, body);
const move = (choice: string, people: readonly string[], extra: Record<string, unknown> = {}) => act('movePlan', { planVersionId: other, choice, target: { kind: 'people', employeeIds: people }, reason: '权重有误', ...extra });
const lastMove = async () => (await planMoves(database.read, cycleId))[0];
const itemOf = async (moveId: string, employeeId: string) => (await planMoveItems(database.read, cycleId, moveId, hr(), { limit: 200, offset: 0 })).items.find((item) => item.person.id === employeeId);
async function weights(employeeId: string): Promise<number[]> {
  const { sheet } = await reviewOf(employeeId);
  return sheet ? itemsOf(sheet).map((item) => item.weightBp) : [];
}
const applied = (answer: Awaited<ReturnType<ProcessDriver['decide']>>): Record<string, unknown> => (answer.status === 'applied' ? answer.details : {});

/** The goals are agreed by the manager's word; the review stands in its period. */
async function agree(employeeId: string): Promise<void> {
  await driver.accept(employeeId, await visitOf(employeeId, 'goalProposal'), 'submit', { items: [], personalGoals: [] });
  const approval = await visitOf(employeeId, 'goalApproval');
  const [task] = await driver.tasks(approval);
  await driver.accept(String(task?.assigneeId), approval, 'approve', {});
}

const visitOf = async (employeeId: string, step: string): Promise<string> =>
  String((await database.read.one(sql<{ id: string }>`select id from visits where workflow_id = ${workflowId.review(cycleId, employeeId)} and step = ${step} and state = 'open'`))?.id);

describe('a running review and another version of its plan', () => {
  it('begins its step again under the new version, and goes back while it stands there', async () => {
    const before = await weights(operator(0));
    const { moveId } = applied(await move('restart', [operator(0)]));
    expect(await reviewOf(operator(0))).toMatchObject({ planVersionId: other, step: 'goalSetting' });
    expect(await weights(operator(0))).not.toEqual(before);
    expect(await stepsOf(operator(0))).toEqual(['goalProposal']);
    expect(await itemOf(String(moveId), operator(0))).toMatchObject({ state: 'applied', step: 'goalSetting', why: null });
    expect(await act('revertPlanMove', { moveId, reason: '先不变' })).toMatchObject({ outcome: 'planMoveReverted' });
    expect(await weights(operator(0))).toEqual(before);
    expect((await reviewOf(operator(0))).planVersionId).not.toBe(other);
    expect(await lastMove()).toMatchObject({ counts: { reverted: 1, applied: 0 }, reverted: { actor: { id: hr() }, reason: '先不变' } });
    expect(await act('revertPlanMove', { moveId, reason: '再来' })).toMatchObject({ status: 'refused', code: 'PLAN_MOVES.NOTHING_TO_REVERT' });
  });

  it('changes when its next step opens, with the goals that were agreed, and not back after that', async () => {
    const before = await weights(operator(1));
    const { moveId } = applied(await move('nextStep', [operator(1)]));
    expect(await weights(operator(1))).toEqual(before);
    expect(await itemOf(String(moveId), operator(1))).toMatchObject({ state: 'waiting', step: 'goalSetting' });
    await agree(operator(1));
    expect(await reviewOf(operator(1))).toMatchObject({ planVersionId: other, step: 'period' });
    expect(await weights(operator(1))).not.toEqual(before);
    expect((await weights(operator(1))).reduce((sum, weight) => sum + weight, 0)).toBe(10_000);
    expect(await itemOf(String(moveId), operator(1))).toMatchObject({ state: 'applied', step: 'period' });
    expect(await act('revertPlanMove', { moveId, reason: '太晚' })).toMatchObject({ code: 'PLAN_MOVES.NOTHING_TO_REVERT' });
  });

  it('is taken back while it waits; a later decision takes the place of an earlier one; to stay is a decision, too', async () => {
    const first = String(applied(await move('nextStep', [operator(2)]))['moveId']);
    const second = String(applied(await move('nextStep', [operator(2)]))['moveId']);
    expect([await itemOf(first, operator(2)), await itemOf(second, operator(2))]).toMatchObject([{ state: 'skipped', why: 'replaced' }, { state: 'waiting' }]);
    await act('revertPlanMove', { moveId: second, reason: '撤销' });
    expect(await itemOf(second, operator(2))).toMatchObject({ state: 'reverted' });
    await agree(operator(2));
    expect((await reviewOf(operator(2))).planVersionId).not.toBe(other);
    const third = String(applied(await move('stay', [operator(2)]))['moveId']);
    expect(await itemOf(third, operator(2))).toMatchObject({ state: 'stayed', step: 'period' });
    const acts = await database.read.all(sql`select act, reason from hr_acts where review_id = ${(await reviewOf(operator(2))).id} order by at, id`);
    expect(acts.map((one) => (one as { act: string }).act)).toEqual(['movePlan', 'movePlan', 'revertPlanMove', 'movePlan']);
  });

  it('told twice moves once; what has the version or stands too far stays', async () => {
    const { moveId } = applied(await move('restart', [operator(3)]));
    const visits = await stepsOf(operator(3));
    const history = () => database.read.all(sql`select id from visits where workflow_id = ${workflowId.review(cycleId, operator(3))}`);
    const count = (await history()).length;
    await driver.signal(workflowId.review(cycleId, operator(3)), 'planMove', { moveId: String(moveId) });
    expect([await stepsOf(operator(3)), (await history()).length]).toEqual([visits, count]);
    const again = String(applied(await move('restart', [operator(3)]))['moveId']);
    expect(await itemOf(again, operator(3))).toMatchObject({ state: 'skipped', why: 'sameVersion' });
    await database.read.run(sql`update processes set step = 'calibration' where workflow_id = ${workflowId.review(cycleId, operator(4))}`);
    const late = String(applied(await move('restart', [operator(4)]))['moveId']);
    expect(await itemOf(late, operator(4))).toMatchObject({ state: 'skipped', why: 'tooLate' });
  });

  it('is not taken back by somebody for their own review, nor outside their scope', async () => {
    const other2 = company.hr[1];
    const { moveId } = applied(await move('nextStep', [other2, operator(6)]));
    expect(await act('revertPlanMove', { moveId, reason: '撤销' }, other2)).toMatchObject({ outcome: 'planMoveReverted' });
    expect([await itemOf(String(moveId), other2), await itemOf(String(moveId), operator(6))]).toMatchObject([{ state: 'waiting' }, { state: 'reverted' }]);
    expect(await act('revertPlanMove', { moveId, reason: '其余也撤销' })).toMatchObject({ outcome: 'planMoveReverted' });
    expect(await itemOf(String(moveId), other2)).toMatchObject({ state: 'reverted' });
  });

  it('more than twenty people need a second HR person; other plans and other bands are refused', async () => {
    const asked = await move('nextStep', [], { target: { kind: 'all' } });
    expect(asked).toMatchObject({ outcome: 'awaitingSecondPerson', details: { people: PEOPLE - 1 } });
    expect(await planMoves(database.read, cycleId)).toEqual([]);
    expect(await act('confirm', { requestId: applied(asked)['requestId'] }, company.hr[1])).toMatchObject({ status: 'applied' });
    expect(await lastMove()).toMatchObject({ confirmedBy: { id: company.hr[1] }, counts: { waiting: PEOPLE - 1, pending: 0 } });
    expect((await reviewOf(hr())).planVersionId).not.toBe(other);
    other = await upload({ ...changed(), code: 'another-plan' });
    expect(await move('stay', [operator(5)])).toMatchObject({ status: 'refused', code: 'PLAN_MOVES.OTHER_PLAN' });
    const [first, ...rest] = referencePlan.bands;
    other = await upload({ ...changed({ code: `plan-${year - 1}` }), bands: first ? [{ ...first, code: 'X' }, ...rest] : [] });
    expect(await move('stay', [operator(5)])).toMatchObject({ status: 'refused', code: 'PLAN_MOVES.BANDS_DIFFER' });
    other = await upload({ ...referencePlan, code: `plan-${year - 1}`, sheets: referencePlan.sheets.map((sheet) => ({ ...sheet, items: sheet.items.slice(1) })) });
    expect(await move('stay', [operator(5)])).toMatchObject({ status: 'refused', code: 'PLAN_MOVES.NOT_USABLE' });
    other = await upload(changed({ code: `plan-${year - 1}`, minQualityBp: 9_000 }));
    await database.read.run(sql`update plan_versions set state = 'retired' where id = ${other}`);
    expect(await move('stay', [operator(5)])).toMatchObject({ status: 'refused', code: 'PLAN_MOVES.NOT_USABLE' });
  }, 30_000);
});
