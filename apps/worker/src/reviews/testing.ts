import { randomUUID } from 'node:crypto';
import type { GoalProposal, PersonalGoal } from '@fairmark/contracts/goals';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { workflowId as ids } from '@fairmark/contracts/process';
import { referencePlan } from '@fairmark/domain/plans';
import { sql, type Database } from '@fairmark/persistence/database';
import { createTestCompany, type TestCompany } from '@fairmark/persistence/testing';
import { startTestProcesses, type ProcessDriver, type TestProcesses } from '../testing/index.js';
import { reviewHandlers } from './index.js';
import { loadReview, type Review } from './review.js';

export const PERIOD = { start: '2026-07-01', end: '2026-12-31' };

/** One review that was just launched, with the people around it. */
export interface ReviewCase {
  driver: ProcessDriver;
  database: Database;
  reviewId: string;
  workflowId: string;
  employee: string;
  manager: string;
  /** The manager's manager, who is also the head of the department. */
  head: string;
  executive: string;
  hr: string;
  load(): Promise<Review>;
  /** States of the goals, oldest first, as `source state`. */
  goalStates(): Promise<string[]>;
}

export interface ReviewWorld {
  processes: TestProcesses;
  company: TestCompany;
  /** Launches a review in a cycle of its own. `who`: an operator with a community (the default), or a lead with a position sheet. */
  begin(shape?: { plan?: Partial<PlanDocument>; who?: 'operator' | 'lead' }): Promise<ReviewCase>;
  stop(): Promise<void>;
}

/** A company on a database of its own and a driver for its reviews. */
export async function startReviewWorld(now = '2026-09-01T01:00:00.000Z'): Promise<ReviewWorld> {
  const processes = await startTestProcesses([reviewHandlers], now);
  const company = await createTestCompany(processes.database, { operators: 2, departments: 1 });
  await processes.database.read.run(sql`update communities set type = 'content'`);
  await processes.database.read.run(sql`update community_stages set stage = 'base'`);
  const begin: ReviewWorld['begin'] = async ({ plan = {}, who = 'operator' } = {}) => {
    // Steps are found by their name: an earlier case must not wait in the same one. The clock starts anew.
    await processes.database.read.run(sql`update visits set state = 'closed', wake_at = null where state = 'open'`);
    processes.driver.now = now;
    return launch(processes, company, { ...referencePlan, ...plan }, who);
  };
  return { processes, company, begin, stop: () => processes.stop() };
}

async function launch({ database, driver }: TestProcesses, company: TestCompany, plan: PlanDocument, who: 'operator' | 'lead'): Promise<ReviewCase> {
  const employee = String(who === 'operator' ? company.operators[0] : company.leads[0]);
  const [head, executive, hr] = [String(company.heads[0]), company.executive, company.hr[0]];
  const { cycleId, reviewId } = await insertReview(database, company, employee, plan);
  const workflowId = ids.review(cycleId, employee);
  await driver.start('review', workflowId, reviewId);
  return {
    ...{ driver, database, reviewId, workflowId, employee, hr, executive },
    ...(who === 'operator' ? { manager: String(company.leads[0]), head } : { manager: head, head: executive }),
    load: () => loadReview(database.read, reviewId),
    goalStates: async () => (await database.read.all(sql<{ source: string; state: string }>`select source, state from goal_sheets where review_id = ${reviewId} order by no`)).map((row) => `${row.source} ${row.state}`),
  };
}

async function insertReview(database: Database, company: TestCompany, employee: string, plan: PlanDocument): Promise<{ cycleId: string; reviewId: string }> {
  const tag = randomUUID();
  const one = async (query: ReturnType<typeof sql<{ id: string }>>) => String((await database.read.one(query))?.id);
  const planId = await one(sql<{ id: string }>`insert into plans (code, name) values (${tag}, ${tag}) returning id`);
  const versionId = await one(sql<{ id: string }>`insert into plan_versions (plan_id, no, state, document, document_hash) values (${planId}, 1, 'inUse', ${JSON.stringify(plan)}::jsonb, ${tag}) returning id`);
  const cycleId = await one(sql<{ id: string }>`
    insert into cycles (name, plan_id, plan_version_id, period_start, period_end, state, population, created_by, open_count)
    values (${tag}, ${planId}, ${versionId}, ${PERIOD.start}, ${PERIOD.end}, 'running', '{}', ${company.hr[0]}, 1) returning id`);
  const reviewId = await one(sql<{ id: string }>`
    insert into reviews (cycle_id, employee_id, plan_id, plan_version_id, workflow_id, state, period_start, period_end, department_id)
    values (${cycleId}, ${employee}, ${planId}, ${versionId}, ${ids.review(cycleId, employee)}, 'open', ${PERIOD.start}, ${PERIOD.end}, ${String(company.departments[0])}) returning id`);
  return { cycleId, reviewId };
}

/** A personal goal of the given weight. */
export function personalGoal(weightBp: number, goalId = 'g1'): PersonalGoal {
  return { goalId, kind: 'goal', title: '写三篇案例', measure: '发布到案例库', parentGoal: '部门目标', dueOn: PERIOD.end, weightBp };
}

/** A proposal: one target of the operator's community, and personal goals. */
export function proposal(target: string, extra: Partial<GoalProposal> & { reason?: string; why?: string } = {}): Record<string, unknown> {
  const { why, ...rest } = extra;
  return { items: [{ itemId: 'K00000.articleReads', target, ...(why ? { reason: why } : {}) }], personalGoals: [], ...rest };
}
