import type { AppealItem } from '@fairmark/contracts/appeals';
import type { ComposedItem, ComposedSheet } from '@fairmark/contracts/goals';
import type { AppealState } from '@fairmark/domain/appeals';
import { referencePlan } from '@fairmark/domain/plans';
import { scoreSheet, type ScoreInput } from '@fairmark/domain/scoring';
import { sql } from '@fairmark/persistence/database';
import { insertScoreSheet, saveSegmentScore } from '@fairmark/persistence/scoring';
import { startResults, type Results } from '../result/testing.js';
import { scoringPart } from '../scoring/index.js';
import { addEmployee, type DepartmentShape, type TestDepartment } from '../testing/index.js';
import { appealsOfReviewPart } from './index.js';

export const ORDERS: AppealItem = { kind: 'indicatorData', key: 'c1.orders' };
export const GROWTH: AppealItem = { kind: 'judgedScore', key: '_personal.growth' };
export const because = { facts: '事实', rule: '规则第 8 条', reason: '理由' };
export const points = (scoreCenti: number) => ({ kind: 'score' as const, scoreCenti });
export const filing = (item: AppealItem = GROWTH, paperIds: string[] = []) => ({ items: [{ item, ground: item.kind === 'indicatorData' ? 'dataWrong' : item.kind === 'procedure' ? 'procedureViolated' : 'judgementUnfounded', text: '评分没有依据' }], paperIds });

const blank = { horizon: 'long', counter: null, inputs: [], targetEditable: false, realismBand: null, anchors: [], goal: null, missing: 'block' } as const;
const judged = (id: string, kind: 'growth' | 'personalGoal', weightBp: number): ComposedItem => ({ ...blank, inputs: [], anchors: [], itemId: `_personal.${id}`, kind, name: { zh: id }, weightBp, indicator: null, target: null });

/** Orders 50 % (90 of 100), growth 30 % and an own goal 20 % judged with 80 each: 85 points, band B. */
function sheet(): ComposedSheet {
  const orders: ComposedItem = {
    ...blank, inputs: [], anchors: null, horizon: 'short', itemId: 'c1.orders', kind: 'indicator', name: { zh: '订单' }, weightBp: 5_000, target: '100',
    indicator: { id: 'orders', name: { zh: '订单' }, unit: 'count', direction: 'higher', aggregation: 'sum', subPeriod: 'month', horizon: 'short', dimension: 'customer', source: { zh: '来源' }, validity: { min: '0', max: '100000' }, measurement: { kind: 'computed' } },
  };
  const block = { sheetId: null, dependsOnDepartments: [] };
  return {
    formatVersion: 1, collaboration: false, maxReweightBp: 3_000, bands: referencePlan.bands,
    blocks: [
      { ...block, code: 'c1', kind: 'community', name: { zh: '社群' }, weightBp: 5_000, items: [orders] },
      { ...block, code: '_personal', kind: 'personal', name: { zh: '个人' }, weightBp: 5_000, items: [judged('growth', 'growth', 3_000), judged('goal', 'personalGoal', 2_000)] },
    ],
    personalRules: { growthBp: 3_000, collaborationBp: 0, goalsMaxBp: 2_000, goalsMaxCount: 1, goalAnchors: [] },
  };
}

const period = { from: '2026-01-01', to: '2026-01-31' };
const input = (): ScoreInput => ({
  sheet: sheet(), period, window: period, minQualityBp: 9_500, collaboratorAnswers: 3,
  quality: [{ indicatorId: 'orders', subPeriod: '2026-01', qualityBp: 10_000, accepted: false }],
  values: [{ blockCode: 'c1', indicatorId: 'orders', values: [{ subPeriod: '2026-01', startsOn: '2026-01-01', endsOn: '2026-01-31', value: '90', weight: null, source: 'crm', batch: 'b1' }] }],
  judgements: ['growth', 'goal'].map((id) => ({ itemId: `_personal.${id}`, score: 80, comment: '达成' })),
});

/** One person with a published result and enough people for two panels. */
export interface Case {
  d: TestDepartment;
  person: string;
  manager: string;
  reviewId: string;
  workflowId: string;
}

export interface Appeals extends Results {
  begin(shape?: DepartmentShape): Promise<Case>;
  /** Files; answers the id of the appeal. */
  file(c: Case, body?: ReturnType<typeof filing>): Promise<string>;
  /** HR admits it. */
  admit(id: string, hr: string): Promise<void>;
  /** The manager gives the statement, so that a ballot can be opened. */
  state(id: string, c: Case): Promise<void>;
  visit(id: string, step: string, person?: string): Promise<string>;
  engine(id: string): Promise<AppealState>;
  members(id: string): Promise<string[]>;
  /** A member proposes; answers the proposal. */
  propose(id: string, member: string, body: Record<string, unknown>): Promise<string>;
  /** Opens the ballot, and every member votes for the same proposal. */
  decide(id: string, proposalId: string): Promise<void>;
}

export async function startAppeals(): Promise<Appeals> {
  const results = await startResults(appealsOfReviewPart, scoringPart);
  const { driver, database } = results;
  const visit: Appeals['visit'] = async (id, step, person) => {
    const row = await database.read.one(sql<{ id: string }>`
      select v.id from visits v where v.workflow_id = ${`appeal/${id}`} and v.step = ${step} and v.state = 'open'
        and (${person ?? null}::uuid is null or exists (select 1 from tasks t where t.visit_id = v.id and t.assignee_id = ${person ?? null}::uuid and t.state = 'open')) order by v.no limit 1`);
    return String(row?.id);
  };
  const engine: Appeals['engine'] = async (id) => ((await database.read.one(sql<{ engine: AppealState }>`select engine from appeals where id = ${id}`)) as { engine: AppealState }).engine;
  const members: Appeals['members'] = async (id) => [...((await engine(id)).panel?.memberIds ?? [])];
  const step = async (id: string) => ((await engine(id)).level === 1 ? 'vote' : 'secondLevelVote');
  return {
    ...results, visit, engine, members,
    begin: async (shape) => {
      for (let count = 0; count < 9; count += 1) await addEmployee(database.read, { name: `评审${count}` });
      const d = await results.published(shape);
      const person = String(d.reports[0][0]);
      const c = { d, person, manager: d.managers[0], reviewId: d.reviewOf(person).id, workflowId: d.reviewOf(person).workflowId };
      await results.hold(d, c.manager, person);
      await scored(results, c);
      return c;
    },
    file: async (c, body = filing()) => {
      await driver.accept(c.person, await results.visitOf(c.d, c.person, 'acknowledgement'), 'appeal', body);
      const row = await database.read.one(sql<{ id: string }>`select id from appeals where review_id = ${c.reviewId} and about = 'result'`);
      return String(row?.id);
    },
    admit: async (id, hr) => void (await driver.accept(hr, await visit(id, 'admissibility'), 'decide', { decision: 'admit' })),
    state: async (id, c) => void (await driver.accept(c.manager, await visit(id, 'statement'), 'give', { text: '按记录评分', paperIds: [] })),
    propose: async (id, member, body) => {
      const answer = await driver.decide(member, await visit(id, await step(id), member), 'propose', { items: [], ...because, ...body });
      if (answer.status === 'refused') throw new Error(answer.code);
      return String(answer.details['proposalId']);
    },
    decide: async (id, proposalId) => {
      const [first] = await members(id);
      await driver.accept(String(first), await visit(id, await step(id), first), 'openBallot');
      for (const member of await members(id)) await driver.accept(member, await visit(id, await step(id), member), 'vote', { proposalId, ballot: 1 });
    },
  };
}

async function scored({ database, driver }: Results, { reviewId, manager }: Case): Promise<void> {
  const { judgements, ...data } = input();
  const result = scoreSheet({ ...data, judgements });
  await database.transaction(async (tx) => {
    const id = await insertScoreSheet(tx, reviewId, { segmentNo: 1, visitId: null, scorerId: manager, items: [...judgements], result, comment: '', source: 'scoring', data }, driver.now);
    await saveSegmentScore(tx, reviewId, { no: 1, scorerId: manager, totalCenti: result.totalCenti, scoreSheetId: id }, driver.now);
    await tx.run(sql`update reviews set sheet = ${JSON.stringify(data.sheet)}::jsonb where id = ${reviewId}`);
  });
}
