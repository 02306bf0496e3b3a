import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { itemsOf } from '@fairmark/domain/goals';
import { personalGoal, proposal, startReviewWorld, type ReviewCase, type ReviewWorld } from '../reviews/testing.js';

let world: ReviewWorld;
beforeAll(async () => {
  world = await startReviewWorld();
}, 60_000);
afterAll(() => world.stop());

const targetOf = async (review: ReviewCase): Promise<string | null | undefined> => {
  const { sheet } = await review.load();
  return sheet ? itemsOf(sheet).find((item) => item.itemId === 'K00000.articleReads')?.target : undefined;
};
const assignees = async ({ driver }: ReviewCase, step: string): Promise<string[]> => (await driver.tasks(step)).map((task) => task.assigneeId);

async function proposed(target = '95000', extra: Parameters<typeof proposal>[1] = {}): Promise<ReviewCase> {
  const review = await world.begin();
  await review.driver.accept(review.employee, 'goalProposal', 'submit', proposal(target, extra));
  return review;
}

describe('proposal and approval', () => {
  test('a review opens with its composed sheet and a proposal of the employee', async () => {
    const review = await world.begin();
    expect(await review.driver.openSteps(review.workflowId)).toEqual(['goalProposal']);
    expect((await review.load()).sheet?.blocks.map((block) => [block.code, block.weightBp])).toEqual([['K00000', 8_000], ['_personal', 2_000]]);
    expect(await assignees(review, 'goalProposal')).toEqual([review.employee]);
  });

  test('approved goals are frozen as agreed and the period begins', async () => {
    const review = await proposed('95000', { personalGoals: [personalGoal(500)] });
    expect(await assignees(review, 'goalApproval')).toEqual([review.manager]);
    await review.driver.accept(review.manager, 'goalApproval', 'approve', {});
    expect(await review.load()).toMatchObject({ step: 'period', goalsOutcome: 'agreed' });
    expect(await targetOf(review)).toBe('95000');
    expect(await review.goalStates()).toEqual(['proposal agreed']);
    expect(await review.driver.openSteps(review.workflowId)).toEqual(['period', 'checkIn']);
  });

  test('goals that break a rule are refused with every finding', async () => {
    const review = await world.begin();
    const answer = await review.driver.decide(review.employee, 'goalProposal', 'submit', proposal('150000', { personalGoals: [personalGoal(1_500)] }));
    expect(answer).toMatchObject({ status: 'refused', code: 'GOALS.UNREALISTIC_REASON_MISSING', details: { findings: [{ code: 'GOALS.UNREALISTIC_REASON_MISSING' }, { code: 'GOALS.PERSONAL_WEIGHT_TOO_HIGH' }] } });
    expect(await review.goalStates()).toEqual([]);
  });

  test('nobody approves their own goals', async () => {
    const review = await proposed();
    expect(await review.driver.decide(review.employee, 'goalApproval', 'approve', {})).toMatchObject({ status: 'refused', code: 'ACTOR.IS_SUBJECT' });
    expect(await review.driver.decide(review.head, 'goalApproval', 'approve', {})).toMatchObject({ status: 'refused', code: 'ACTOR.NOT_ASSIGNED' });
  });

  test('a return opens a new proposal with its own clock; handed in again it goes to the manager again', async () => {
    const review = await proposed();
    await review.driver.accept(review.manager, 'goalApproval', 'return', { reason: '目标太保守' });
    expect(await review.goalStates()).toEqual(['proposal returned']);
    expect(await review.driver.openSteps(review.workflowId)).toEqual(['goalProposal']);
    await review.driver.accept(review.employee, 'goalProposal', 'submit', proposal('97000'));
    await review.driver.accept(review.manager, 'goalApproval', 'approve', {});
    expect(await targetOf(review)).toBe('97000');
    expect(await review.goalStates()).toEqual(['proposal returned', 'proposal agreed']);
  });

  test('a flagged target needs the second approver too', async () => {
    const review = await proposed('150000', { why: '新栏目' });
    await review.driver.accept(review.manager, 'goalApproval', 'approve', {});
    expect(await assignees(review, 'goalApproval')).toEqual([review.head]);
    expect(await review.driver.decide(review.head, 'goalApproval', 'edit', proposal('95000', { reason: '不允许' }))).toMatchObject({ code: 'GOALS.EDIT_BY_MANAGER_ONLY' });
    await review.driver.accept(review.head, 'goalApproval', 'approve', {});
    expect(await review.load()).toMatchObject({ step: 'period', goalsOutcome: 'agreed' });
  });

  test('time-out escalates to the next manager and never approves', async () => {
    const review = await proposed();
    await review.driver.expire('goalApproval');
    expect(await assignees(review, 'goalApproval')).toEqual([review.head]);
    expect(await review.driver.decide(review.manager, 'goalApproval', 'approve', {})).toMatchObject({ status: 'refused', code: 'ACTOR.NOT_ASSIGNED' });
    await review.driver.expire('goalApproval');
    await review.driver.expire('goalApproval');
    expect((await review.load()).step).toBe('goalSetting');
  });
});

describe('edits and rounds', () => {
  async function edited(target = '99000'): Promise<ReviewCase> {
    const review = await proposed();
    await review.driver.accept(review.manager, 'goalApproval', 'edit', proposal(target, { reason: '市场在增长' }));
    return review;
  }

  test('an edit opens a confirmation by the employee', async () => {
    const review = await edited();
    expect(await assignees(review, 'goalConfirmation')).toEqual([review.employee]);
    await review.driver.accept(review.employee, 'goalConfirmation', 'accept', {});
    expect(await targetOf(review)).toBe('99000');
    expect(await review.goalStates()).toEqual(['proposal superseded', 'edit agreed']);
  });

  test('an edit that changes nothing is refused', async () => {
    const review = await proposed();
    expect(await review.driver.decide(review.manager, 'goalApproval', 'edit', proposal('95000.0', { reason: '同意' }))).toMatchObject({ code: 'GOALS.NOTHING_CHANGED' });
  });

  test('a flagged edit is looked at by the second approver before the employee confirms', async () => {
    const review = await proposed();
    await review.driver.accept(review.manager, 'goalApproval', 'edit', proposal('150000', { reason: '冲刺', why: '新栏目' }));
    expect(await assignees(review, 'goalApproval')).toEqual([review.head]);
    await review.driver.accept(review.head, 'goalApproval', 'approve', {});
    expect(await review.driver.openSteps(review.workflowId)).toEqual(['goalConfirmation']);
  });

  test('an objection without a counter-proposal puts the own proposal forward again', async () => {
    const review = await edited();
    await review.driver.accept(review.employee, 'goalConfirmation', 'object', { reason: '没有资源' });
    await review.driver.accept(review.manager, 'goalApproval', 'approve', {});
    expect(await review.load()).toMatchObject({ goalsOutcome: 'agreed', goalRounds: 1 });
    expect(await targetOf(review)).toBe('95000');
  });

  test('after two rounds the next-level manager decides, recorded as decided', async () => {
    const review = await edited();
    await review.driver.accept(review.employee, 'goalConfirmation', 'object', { reason: '没有资源', proposal: proposal('96000') });
    await review.driver.accept(review.manager, 'goalApproval', 'edit', proposal('98000', { reason: '折中' }));
    await review.driver.accept(review.employee, 'goalConfirmation', 'object', { reason: '仍然太高' });
    expect(await assignees(review, 'goalArbitration')).toEqual([review.head]);
    await review.driver.accept(review.head, 'goalArbitration', 'decide', proposal('97000', { reason: '听取双方意见' }));
    expect(await review.load()).toMatchObject({ step: 'period', goalsOutcome: 'decided', goalRounds: 2 });
    expect(await targetOf(review)).toBe('97000');
    expect(await review.goalStates()).toEqual(['proposal superseded', 'edit refused', 'counter superseded', 'edit superseded', 'arbitration decided']);
  });

  test('no answer to an edit goes to the next-level manager, not through', async () => {
    const review = await edited();
    await review.driver.expire('goalConfirmation');
    expect(await review.driver.openSteps(review.workflowId)).toEqual(['goalArbitration']);
    await review.driver.expire('goalArbitration');
    expect(await assignees(review, 'goalArbitration')).toEqual([review.executive]);
  });
});

describe('nothing submitted', () => {
  async function drafted(target = '95000', why?: string): Promise<ReviewCase> {
    const review = await world.begin();
    await review.driver.expire('goalProposal');
    expect(await assignees(review, 'goalDrafting')).toEqual([review.manager]);
    await review.driver.accept(review.manager, 'goalDrafting', 'submit', proposal(target, why ? { why } : {}));
    return review;
  }

  test('the manager drafts; without objection the goals stand as drafted', async () => {
    const review = await drafted();
    await review.driver.expire('goalObjection');
    expect(await review.load()).toMatchObject({ step: 'period', goalsOutcome: 'drafted' });
    expect(await review.goalStates()).toEqual(['draft notObjected']);
  });

  test('the employee may agree to the draft', async () => {
    const review = await drafted();
    await review.driver.accept(review.employee, 'goalObjection', 'accept', {});
    expect(await review.load()).toMatchObject({ goalsOutcome: 'agreed' });
  });

  test('an objection with goals goes to the manager, one without makes the manager draft again', async () => {
    const review = await drafted();
    await review.driver.accept(review.employee, 'goalObjection', 'object', { reason: '请重新起草' });
    expect(await review.driver.openSteps(review.workflowId)).toEqual(['goalDrafting']);
    const other = await drafted();
    await other.driver.accept(other.employee, 'goalObjection', 'object', { reason: '我有自己的目标', proposal: proposal('91000') });
    await other.driver.accept(other.manager, 'goalApproval', 'approve', {});
    expect(await targetOf(other)).toBe('91000');
  });

  test('a flagged draft sees a second approver, who may return it', async () => {
    const review = await drafted('150000', '新栏目');
    expect(await assignees(review, 'goalApproval')).toEqual([review.head]);
    await review.driver.accept(review.head, 'goalApproval', 'return', { reason: '过高' });
    await review.driver.accept(review.manager, 'goalDrafting', 'submit', proposal('140000', { why: '新栏目' }));
    await review.driver.accept(review.head, 'goalApproval', 'approve', {});
    expect(await review.driver.openSteps(review.workflowId)).toEqual(['goalObjection']);
  });

  test('HR that took over appoints and does not draft', async () => {
    const review = await world.begin({ who: 'lead' });
    await review.driver.expire('goalProposal');
    await review.driver.expire('goalDrafting');
    await review.driver.expire('goalDrafting');
    expect(await assignees(review, 'goalDrafting')).toContain(review.hr);
    expect(await review.driver.decide(review.hr, 'goalDrafting', 'submit', { items: [], personalGoals: [] })).toMatchObject({ code: 'ACTOR.NOT_ASSIGNED' });
  });
});
