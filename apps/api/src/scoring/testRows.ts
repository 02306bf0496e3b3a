import { workflowId as ids } from '@fairmark/contracts/process';
import { readMetricFile } from '@fairmark/domain/metrics';
import { referencePlan } from '@fairmark/domain/plans';
import { scoreSheet } from '@fairmark/domain/scoring';
import { sql, type Database } from '@fairmark/persistence/database';
import { importMetrics, loadMetricNames } from '@fairmark/persistence/metrics';
import { insertRating, insertScoreSheet, loadReviewed, loadScoreInput, saveSegmentScore } from '@fairmark/persistence/scoring';

const orders = {
  id: 'orders', name: { zh: '订单' }, unit: 'count', direction: 'higher', aggregation: 'sum', subPeriod: 'month', horizon: 'short', dimension: 'financial', source: { zh: '商城' },
  validity: { min: '0', max: '1000' }, measurement: { kind: 'computed' },
};
const blank = { counter: null, inputs: [], targetEditable: false, realismBand: null, goal: null };
const sheet = {
  formatVersion: 1, collaboration: false, maxReweightBp: 3_000, bands: referencePlan.bands, personalRules: { growthBp: 2_000, collaborationBp: 0, goalsMaxBp: 0, goalsMaxCount: 0, goalAnchors: [] },
  blocks: [
    { code: 'C-1', kind: 'community', sheetId: 's', name: { zh: '一群' }, weightBp: 8_000, dependsOnDepartments: [], items: [{ ...blank, itemId: 'C-1.orders', kind: 'indicator', name: orders.name, weightBp: 8_000, horizon: 'short', indicator: orders, target: '300', missing: 'block', anchors: null }] },
    { code: '_personal', kind: 'personal', sheetId: null, name: { zh: '个人' }, weightBp: 2_000, dependsOnDepartments: [], items: [{ ...blank, itemId: '_personal.growth', kind: 'growth', name: { zh: '成长' }, weightBp: 2_000, horizon: 'long', indicator: null, target: null, missing: 'block', anchors: [] }] },
  ],
};

export interface ScoringRows {
  cycleId: string;
  reviewId: string;
  workflowId: string;
  visitId: string;
}

/** A review of the third quarter 2026 in scoring, with values and an open visit of the manager. */
export async function scoringRows(database: Database, people: { employee: string; manager: string; hr: string; department: string }): Promise<ScoringRows> {
  const tx = database.read;
  const one = async (query: ReturnType<typeof sql<{ id: string }>>) => String((await tx.one(query))?.id);
  await tx.run(sql`insert into communities (code, name, type, region) values ('C-1', '一群', 'content', 'east')`);
  const planId = await one(sql<{ id: string }>`insert into plans (code, name) values ('p', 'p') returning id`);
  const versionId = await one(sql<{ id: string }>`insert into plan_versions (plan_id, no, state, document, document_hash) values (${planId}, 1, 'inUse', ${JSON.stringify({ ...referencePlan, indicators: [orders] })}, 'x') returning id`);
  const cycleId = await one(sql<{ id: string }>`insert into cycles (name, plan_id, plan_version_id, period_start, period_end, state, population, created_by) values ('c', ${planId}, ${versionId}, '2026-07-01', '2026-09-30', 'running', '{}', ${people.hr}) returning id`);
  const workflowId = ids.review(cycleId, people.employee);
  const reviewId = await one(sql<{ id: string }>`
    insert into reviews (cycle_id, employee_id, plan_id, plan_version_id, workflow_id, state, step, period_start, period_end, department_id, manager_id, sheet, goals_outcome)
    values (${cycleId}, ${people.employee}, ${planId}, ${versionId}, ${workflowId}, 'open', 'scoring', '2026-07-01', '2026-09-30', ${people.department}, ${people.manager}, ${JSON.stringify(sheet)}, 'agreed') returning id`);
  await tx.run(sql`insert into processes (workflow_id, kind, ref_id, step) values (${workflowId}, 'review', ${reviewId}, 'scoring')`);
  const visitId = await one(sql<{ id: string }>`insert into visits (workflow_id, step, no, subject_id, opened_at, payload) values (${workflowId}, 'scoring', 1, ${people.employee}, now(), '{"segmentNo": 1}') returning id`);
  await tx.run(sql`insert into tasks (visit_id, assignee_id, why, created_at) values (${visitId}, ${people.manager}, 'lineManager', now())`);
  const lines = ['indicator,community,sub_period,value', 'orders,C-1,2026-07,90', 'orders,C-1,2026-08,80', 'orders,C-1,2026-09,100'];
  await database.transaction(async (inner) => importMetrics(inner, { file: readMetricFile(new TextEncoder().encode(lines.join('\n')), await loadMetricNames(inner), { batch: 'b1', source: 'crm' }), uploadedBy: people.hr, now: new Date().toISOString() }));
  return { cycleId, reviewId, workflowId, visitId };
}

/** What the worker writes when the manager has handed in: sheet, stretch and rating. */
export async function handIn({ database, reviewId, manager }: { database: Database; reviewId: string; manager: string }, score: number): Promise<void> {
  const now = new Date().toISOString();
  await database.transaction(async (tx) => {
    const review = await loadReviewed(tx, reviewId);
    if (!review) throw new Error('no review');
    const items = [{ itemId: '_personal.growth', score, comment: '稳定进步' }];
    const { judgements: _judgements, ...data } = await loadScoreInput(tx, review, { segmentNo: 1, judgements: items });
    const result = scoreSheet({ ...data, judgements: items });
    const id = await insertScoreSheet(tx, reviewId, { segmentNo: 1, visitId: null, scorerId: manager, items, result, comment: '总评', source: 'scoring', data }, now);
    await saveSegmentScore(tx, reviewId, { no: 1, scorerId: manager, totalCenti: result.totalCenti, scoreSheetId: id }, now);
    await insertRating(tx, reviewId, { source: 'computed', totalCenti: result.totalCenti, band: result.band, scoreSheetId: id, reason: null, decidedBy: manager }, now);
    await tx.run(sql`update reviews set step = 'calibration', scored_at = ${now} where id = ${reviewId}`);
    await tx.run(sql`update processes set step = 'calibration' where ref_id = ${reviewId}`);
    await tx.run(sql`update visits set state = 'closed' where step = 'scoring'`);
    await tx.run(sql`update tasks set state = 'done', decision = 'scored'`);
  });
}
