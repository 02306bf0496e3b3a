import { randomUUID } from 'node:crypto';
import { ApprovalDefinition, type ApproverSource } from '@fairmark/contracts/approvals';
import { workflowId as ids } from '@fairmark/contracts/process';
import { openVisit, startInstance } from '@fairmark/domain/approval';
import { composeSheet } from '@fairmark/domain/goals';
import { referencePlan } from '@fairmark/domain/plans';
import { insertApproval } from '@fairmark/persistence/approvals';
import { sql, type Database } from '@fairmark/persistence/database';
import { compositionOf } from '@fairmark/persistence/goals';
import type { TestCompany } from '@fairmark/persistence/testing';

export interface TestReview {
  id: string;
  workflowId: string;
  /** Moves review and process to a phase. */
  at(step: string, columns?: { publishedAt?: string; managersSeeAt?: string; state?: string }): Promise<void>;
  /** Opens a visit with tasks of these people. */
  visit(step: string, people: readonly string[], node?: string): Promise<string>;
  /** Opens a case about the goals with one node of these sources, and its visit: one seat and one person for each. */
  approval(node: string, approvers: ApproverSource[], people: readonly string[]): Promise<string>;
}

/** A review of one person in a cycle of its own with the reference plan, its sheet composed and its base imported. */
export async function addReview(database: Database, company: TestCompany, employee: string, period = { start: '2026-07-01', end: '2026-12-31' }): Promise<TestReview> {
  const tag = randomUUID();
  const one = async (query: ReturnType<typeof sql<{ id: string }>>) => String((await database.read.one(query))?.id);
  const planId = await one(sql<{ id: string }>`insert into plans (code, name) values (${tag}, ${tag}) returning id`);
  const version = await one(sql<{ id: string }>`insert into plan_versions (plan_id, no, state, document, document_hash) values (${planId}, 1, 'inUse', ${JSON.stringify(referencePlan)}::jsonb, ${tag}) returning id`);
  const cycleId = await one(sql<{ id: string }>`
    insert into cycles (name, plan_id, plan_version_id, period_start, period_end, state, population, created_by) values (${tag}, ${planId}, ${version}, ${period.start}, ${period.end}, 'running', '{}', ${company.hr[0]}) returning id`);
  const sheet = composeSheet({ plan: referencePlan, ...(await compositionOf(database.read, employee, '2026-07-01', '2026-07-01')) });
  const workflowId = ids.review(cycleId, employee);
  const id = await one(sql<{ id: string }>`
    insert into reviews (cycle_id, employee_id, plan_id, plan_version_id, workflow_id, state, period_start, period_end, department_id, sheet, goals_outcome, eligible_days, period_days)
    values (${cycleId}, ${employee}, ${planId}, ${version}, ${workflowId}, 'open', ${period.start}, ${period.end}, ${String(company.departments[0])}, ${JSON.stringify(sheet)}::jsonb, 'agreed', 184, 184) returning id`);
  await database.read.run(sql`insert into processes (workflow_id, kind, ref_id, step) values (${workflowId}, 'review', ${id}, 'goalSetting')`);
  await database.read.run(sql`insert into reward_bases (cycle_id, employee_id, base_cents) values (${cycleId}, ${employee}, 1000000)`);
  return {
    id, workflowId,
    at: async (step, { publishedAt = null, managersSeeAt = null, state = 'open' }: { publishedAt?: string | null; managersSeeAt?: string | null; state?: string } = {}) => {
      await database.read.run(sql`update reviews set step = ${step}, published_at = ${publishedAt}, managers_see_at = ${managersSeeAt}, state = ${state} where id = ${id}`);
      await database.read.run(sql`update processes set step = ${step} where workflow_id = ${workflowId}`);
    },
    visit: async (step, people, node) => {
      const visitId = await one(sql<{ id: string }>`
        insert into visits (workflow_id, step, no, subject_id, node, opened_at) select ${workflowId}, ${step}, coalesce(max(no), 0) + 1, ${employee}::uuid, ${node ?? null}, now() from visits where workflow_id = ${workflowId} and step = ${step} returning id`);
      for (const person of people) await database.read.run(sql`insert into tasks (visit_id, assignee_id, why, created_at) values (${visitId}, ${person}, 'test', now())`);
      return visitId;
    },
    approval: (node, approvers, people) => openCase(database, { workflowId, employee }, { node, approvers, people }),
  };
}

/** As the worker opens it: the case with its state, and the visit that says which of its visits it is. */
function openCase(database: Database, { workflowId, employee }: { workflowId: string; employee: string }, { node, approvers, people }: { node: string; approvers: ApproverSource[]; people: readonly string[] }): Promise<string> {
  const definition = ApprovalDefinition.parse({ id: 'own', version: 1, kind: 'goals', title: { zh: '自定' }, nodes: [{ id: node, type: 'allOf', title: { zh: node }, approvers, duration: { n: 3, unit: 'workingDay' }, timeout: { act: 'escalate' }, fallback: [] }] });
  const seats = people.map((personId) => [{ personId, active: true }]);
  const now = new Date().toISOString();
  const started = startInstance(definition, { subjectIds: [employee], submitterId: employee, at: now, resolution: { nodes: { [node]: { approvers: seats, fallback: [] } }, managersUpwards: {}, hr: [], administrators: [] } });
  if (!started.ok) throw new Error(started.code);
  return database.transaction(async (tx) => {
    const approvalId = await insertApproval(tx, workflowId, { definition, step: 'goalApproval', purpose: 'goals', scope: { subjectId: employee, departmentId: null }, payload: {}, state: started.state }, now);
    const row = await tx.one(sql<{ id: string }>`
      insert into visits (workflow_id, step, no, subject_id, node, approval_id, payload, opened_at)
      select ${workflowId}, 'goalApproval', coalesce(max(no), 0) + 1, ${employee}::uuid, ${node}, ${approvalId}::uuid, ${JSON.stringify({ nodeVisit: openVisit(started.state)?.id })}::jsonb, now() from visits where workflow_id = ${workflowId} and step = 'goalApproval' returning id`);
    for (const person of people) await tx.run(sql`insert into tasks (visit_id, assignee_id, why, created_at) values (${String(row?.id)}, ${person}, 'test', now())`);
    return approvalId;
  });
}
