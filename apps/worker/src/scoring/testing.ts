import { randomUUID } from 'node:crypto';
import type { ComposedItem, ComposedSheet } from '@fairmark/contracts/goals';
import type { Indicator } from '@fairmark/contracts/plans';
import { workflowId as ids } from '@fairmark/contracts/process';
import { readMetricFile } from '@fairmark/domain/metrics';
import { referencePlan } from '@fairmark/domain/plans';
import { sql, type Executor } from '@fairmark/persistence/database';
import { importMetrics, loadMetricNames } from '@fairmark/persistence/metrics';
import { calibrationHandlers } from '../calibration/index.js';
import type { ProcessHandlers } from '../processes/index.js';
import { leadingTo } from '../reviews/enter.js';
import { joinParts } from '../reviews/handlers.js';
import { loadReview } from '../reviews/review.js';
import { addEmployee, startTestProcesses, type TestProcesses } from '../testing/index.js';
import { enterRescoring, enterScoring, scoringPart, type RescoringOrder } from './index.js';

const indicator = (id: string, change: Partial<Indicator> = {}): Indicator => ({
  id, name: { zh: id }, unit: 'count', direction: 'higher', aggregation: 'sum', subPeriod: 'month', horizon: 'short', dimension: 'customer', source: { zh: '来源' },
  validity: { min: '0', max: '100000' }, measurement: { kind: 'computed' }, ...change,
});
/** Quality is of an indicator in a month for the whole company, so every case has indicators of its own. */
const indicatorsOf = (tag: string): [Indicator, Indicator] => [indicator(`orders${tag}`), indicator(`replies${tag}`, { direction: 'lower', aggregation: 'mean' })];

const blank = { horizon: 'short', counter: null, inputs: [], targetEditable: false, realismBand: null, anchors: null, goal: null } as const;
const line = (block: string, definition: Indicator, weightBp: number, target: string, missing: 'block' | 'reweight'): ComposedItem =>
  ({ ...blank, inputs: [], itemId: `${block}.${definition.id}`, kind: 'indicator', name: definition.name, weightBp, indicator: definition, target, missing });

/** A sheet with one community: orders 5,000 bp (target 300), reply minutes 3,000 bp (target 10), growth judged 2,000 bp. */
function scoringSheet(community: string, missing: 'block' | 'reweight'): ComposedSheet {
  const [orders, replies] = indicatorsOf(community);
  const items = [line(community, orders, 5_000, '300', missing), line(community, replies, 3_000, '10', missing)];
  const growth: ComposedItem = { ...blank, inputs: [], horizon: 'long', itemId: '_personal.growth', kind: 'growth', name: { zh: '成长' }, weightBp: 2_000, indicator: null, target: null, missing: 'block', anchors: [] };
  const block = { sheetId: null, dependsOnDepartments: [] };
  return {
    formatVersion: 1, collaboration: false, maxReweightBp: 3_000, bands: referencePlan.bands,
    blocks: [{ ...block, code: community, kind: 'community', name: { zh: '社群' }, weightBp: 8_000, items }, { ...block, code: '_personal', kind: 'personal', name: { zh: '个人' }, weightBp: 2_000, items: [growth] }],
    personalRules: { growthBp: 2_000, collaborationBp: 0, goalsMaxBp: 0, goalsMaxCount: 0, goalAnchors: [] },
  };
}

/** A third quarter that has ended, with the people around one review. */
export interface ScoringCase {
  community: string;
  employee: string;
  manager: string;
  head: string;
  hr: string;
  departmentId: string;
  reviewId: string;
  workflowId: string;
  /** Imports values as `indicator,sub_period,value` lines. */
  values(batch: string, ...lines: string[]): Promise<void>;
  /** Starts the review in scoring. */
  start(): Promise<void>;
}

export interface ScoringWorld extends TestProcesses {
  begin(shape?: { missing?: 'block' | 'reweight'; moved?: string; hiredOn?: string }): Promise<ScoringCase>;
}

/** What an appeal does to the review: it sends items back, and hears of the new total. */
const sendBack: ProcessHandlers['events'] = {
  sendBack: async (context) => leadingTo({ outcome: 'sentBack', audit: [] }, await enterRescoring(context, await loadReview(context.tx, context.process.refId), context.body as unknown as RescoringOrder)),
};
const scoringOnly = joinParts([scoringPart]);
const handlers: ProcessHandlers = {
  kind: 'review',
  open: async (context) => ({ outcome: 'opened', audit: [], ...(await enterScoring(context, await loadReview(context.tx, context.process.refId))) }),
  ...scoringOnly,
  events: { ...scoringOnly.events, ...sendBack },
};
const appeals: ProcessHandlers = {
  kind: 'appeal', actions: {}, expire: {}, open: async () => ({ outcome: 'opened', audit: [], step: 'rescoring' }),
  events: { rescored: async ({ body }) => ({ outcome: 'heard', audit: [{ action: 'appeal.heard', object: String(body['reviewId']), after: body }] }) },
};

export async function startScoringWorld(now = '2026-10-12T01:00:00.000Z'): Promise<ScoringWorld> {
  const t = await startTestProcesses([handlers, appeals, calibrationHandlers], now);
  return { ...t, begin: (shape = {}) => begin(t, shape) };
}

async function begin({ database, driver }: TestProcesses, { missing = 'block', moved, hiredOn }: { missing?: 'block' | 'reweight'; moved?: string; hiredOn?: string }): Promise<ScoringCase> {
  const tx = database.read;
  const community = `C${randomUUID().slice(0, 8)}`;
  const departmentId = await one(tx, sql<{ id: string }>`insert into departments (code, name) values (${community}, ${community}) returning id`);
  const head = await addEmployee(tx, { departmentId });
  await tx.run(sql`update departments set head_id = ${head} where id = ${departmentId}`);
  const [manager, hr] = [await addEmployee(tx, { departmentId, managerId: head }), await addEmployee(tx, { departmentId })];
  await tx.run(sql`insert into role_grants (employee_id, role) values (${hr}, 'hr')`);
  const employee = await addEmployee(tx, { departmentId, managerId: manager });
  if (hiredOn) await tx.run(sql`update employees set hired_on = ${hiredOn} where id = ${employee}`);
  if (moved) await move(tx, employee, await addEmployee(tx, { departmentId, managerId: head }), moved);
  const communityId = await one(tx, sql<{ id: string }>`insert into communities (code, name, type, region) values (${community}, ${community}, 'content', 'east') returning id`);
  await tx.run(sql`insert into community_assignments (employee_id, community_id, valid_from) values (${employee}, ${communityId}, '2020-01-01')`);
  const reviewId = await insertReview(tx, employee, departmentId, hr, manager, scoringSheet(community, missing));
  const workflowId = (await tx.one(sql<{ workflowId: string }>`select workflow_id as "workflowId" from reviews where id = ${reviewId}`))?.workflowId ?? '';
  const values: ScoringCase['values'] = (batch, ...lines) => importLines(database, hr, batch, lines.map((text) => text.replace(',', `${community},${community},`)));
  return { community, employee, manager, head, hr, departmentId, reviewId, workflowId, values, start: () => driver.start('review', workflowId, reviewId) };
}

/** Under another manager from a day on. */
async function move(tx: Executor, employee: string, manager: string, from: string): Promise<void> {
  await tx.run(sql`update employee_managers set valid_to = ${from} where employee_id = ${employee}`);
  await tx.run(sql`insert into employee_managers (employee_id, manager_id, valid_from) values (${employee}, ${manager}, ${from})`);
}

async function insertReview(tx: Executor, employee: string, departmentId: string, hr: string, manager: string, sheet: ComposedSheet): Promise<string> {
  const tag = randomUUID();
  const plan = { ...referencePlan, indicators: indicatorsOf(String(sheet.blocks[0]?.code)) };
  const planId = await one(tx, sql<{ id: string }>`insert into plans (code, name) values (${tag}, ${tag}) returning id`);
  const versionId = await one(tx, sql<{ id: string }>`insert into plan_versions (plan_id, no, state, document, document_hash) values (${planId}, 1, 'inUse', ${JSON.stringify(plan)}::jsonb, ${tag}) returning id`);
  const cycleId = await one(tx, sql<{ id: string }>`
    insert into cycles (name, plan_id, plan_version_id, period_start, period_end, state, population, created_by, open_count)
    values (${tag}, ${planId}, ${versionId}, '2026-07-01', '2026-09-30', 'running', '{}', ${hr}, 1) returning id`);
  return one(tx, sql<{ id: string }>`
    insert into reviews (cycle_id, employee_id, plan_id, plan_version_id, workflow_id, state, period_start, period_end, department_id, manager_id, sheet)
    values (${cycleId}, ${employee}, ${planId}, ${versionId}, ${ids.review(cycleId, employee)}, 'open', '2026-07-01', '2026-09-30', ${departmentId}, ${manager}, ${JSON.stringify(sheet)}::jsonb) returning id`);
}

async function importLines(database: TestProcesses['database'], uploadedBy: string, batch: string, lines: readonly string[]): Promise<void> {
  const bytes = new TextEncoder().encode(['indicator,community,sub_period,value', ...lines].join('\n'));
  const result = await database.transaction(async (tx) =>
    importMetrics(tx, { file: readMetricFile(bytes, await loadMetricNames(tx), { batch: `${batch} ${randomUUID()}`, source: 'crm' }), uploadedBy, now: '2026-10-01T00:00:00.000Z' }));
  if (result.state !== 'applied') throw new Error(JSON.stringify(result));
}

async function one(tx: Executor, query: ReturnType<typeof sql<{ id: string }>>): Promise<string> {
  return String((await tx.one(query))?.id);
}
