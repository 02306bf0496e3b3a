import { workflowId as ids } from '@fairmark/contracts/process';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { referencePlan } from '@fairmark/domain/plans';
import { sql, type Executor } from '@fairmark/persistence/database';
import { randomBytes } from 'node:crypto';
import { addEmployee } from './people.js';

/** A department under a company, with a cycle: two managers with reports, their head, the head above, and HR. Everybody but the two heads and HR has a review. */
export interface TestDepartment {
  cycleId: string;
  planId: string;
  departmentId: string;
  companyId: string;
  planVersionId: string;
  boss: string;
  head: string;
  hr: string;
  managers: [string, string];
  /** Reports of the first and of the second manager. */
  reports: [string[], string[]];
  /** Review of a person. */
  reviewOf: (employeeId: string) => { id: string; workflowId: string };
}

export interface DepartmentShape {
  reports?: number;
  /** Changes to the reference plan. */
  plan?: Partial<PlanDocument>;
  shadow?: boolean;
  /** Another department of the same company and cycle. */
  beside?: TestDepartment;
}

/** Builds the rows; nothing is scored yet. */
export async function addDepartment(tx: Executor, shape: DepartmentShape = {}): Promise<TestDepartment> {
  const tag = randomBytes(4).toString('hex');
  const { beside } = shape;
  const { boss, companyId, hr } = beside ?? (await company(tx, tag));
  const head = await addEmployee(tx, { name: '部门主管', managerId: boss });
  const departmentId = await department(tx, `D${tag}`, companyId, head);
  const { cycleId, planVersionId, planId } = beside ?? (await cycle(tx, tag, hr, { ...referencePlan, ...shape.plan }));
  const managers = [await addEmployee(tx, { name: '经理甲', managerId: head, departmentId }), await addEmployee(tx, { name: '经理乙', managerId: head, departmentId })] as [string, string];
  const reports: [string[], string[]] = [[], []];
  for (const index of [0, 1] as const) for (let count = 0; count < (shape.reports ?? 5); count += 1) reports[index].push(await addEmployee(tx, { name: `员工${index}${count}`, managerId: managers[index], departmentId }));
  const reviews = new Map<string, string>();
  const add = async (employeeId: string, managerId: string) => reviews.set(employeeId, await review(tx, { cycleId, planId, planVersionId, employeeId, managerId, departmentId, shadow: shape.shadow ?? false }));
  for (const manager of managers) await add(manager, head);
  for (const index of [0, 1] as const) for (const report of reports[index]) await add(report, managers[index]);
  const reviewOf = (employeeId: string) => ({ id: String(reviews.get(employeeId)), workflowId: ids.review(cycleId, employeeId) });
  return { cycleId, planId, departmentId, companyId, planVersionId, boss, head, hr, managers, reports, reviewOf };
}

/** Writes the rating that scoring would give. */
export async function rate(tx: Executor, reviewId: string, totalCenti: number, band: string): Promise<void> {
  await tx.run(sql`
    insert into ratings (review_id, no, source, total_centi, band, created_at) select ${reviewId}, coalesce(max(no), 0) + 1, 'computed', ${totalCenti}, ${band}, now() from ratings where review_id = ${reviewId}`);
}

async function company(tx: Executor, tag: string): Promise<Pick<TestDepartment, 'boss' | 'companyId' | 'hr'>> {
  const boss = await addEmployee(tx, { name: '总经理' });
  const companyId = await department(tx, `C${tag}`, null, boss);
  const hr = await addEmployee(tx, { name: '人力', managerId: boss, departmentId: companyId });
  await tx.run(sql`insert into role_grants (employee_id, role) values (${hr}, 'hr')`);
  return { boss, companyId, hr };
}

async function department(tx: Executor, code: string, parentId: string | null, headId: string): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`insert into departments (code, name, name_en, parent_id, head_id) values (${code}, ${code}, ${code}, ${parentId}::uuid, ${headId}) returning id`);
  return (row as { id: string }).id;
}

async function cycle(tx: Executor, tag: string, createdBy: string, plan: PlanDocument): Promise<{ cycleId: string; planVersionId: string; planId: string }> {
  const { id: planId } = (await tx.one(sql<{ id: string }>`insert into plans (code, name) values (${`p-${tag}`}, ${tag}) returning id`)) as { id: string };
  const { id: planVersionId } = (await tx.one(sql<{ id: string }>`
    insert into plan_versions (plan_id, no, state, document, document_hash) values (${planId}, 1, 'inUse', ${JSON.stringify(plan)}::jsonb, ${tag}) returning id`)) as { id: string };
  const { id: cycleId } = (await tx.one(sql<{ id: string }>`
    insert into cycles (name, plan_id, plan_version_id, period_start, period_end, state, population, created_by) values (${tag}, ${planId}, ${planVersionId}, '2026-01-01', '2026-06-30', 'running', '{}', ${createdBy}) returning id`)) as { id: string };
  return { cycleId, planVersionId, planId };
}

interface NewReview {
  cycleId: string;
  planId: string;
  planVersionId: string;
  employeeId: string;
  managerId: string;
  departmentId: string;
  shadow: boolean;
}

async function review(tx: Executor, item: NewReview): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`
    insert into reviews (cycle_id, employee_id, plan_id, plan_version_id, workflow_id, state, step, period_start, period_end, department_id, manager_id, shadow)
    values (${item.cycleId}, ${item.employeeId}, ${item.planId}, ${item.planVersionId}, ${ids.review(item.cycleId, item.employeeId)}, 'open', 'scoring', '2026-01-01', '2026-06-30', ${item.departmentId}, ${item.managerId}, ${item.shadow}) returning id`);
  return (row as { id: string }).id;
}
