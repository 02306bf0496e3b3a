import { randomUUID } from 'node:crypto';
import { workflowId as ids } from '@fairmark/contracts/process';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { referencePlan } from '@fairmark/domain/plans';
import { createSession, findSession, seatMissing, subjectsOf, type CalibrationSession } from '@fairmark/persistence/calibration';
import { sql } from '@fairmark/persistence/database';
import { openVisits } from '@fairmark/persistence/process';
import type { TestApi, TestEmployee } from '../testing/index.js';

/** A department with an open session: two managers who are discussed themselves, their reports, the head as chair, HR, and people who have no business here. */
export interface TestSession {
  cycleId: string;
  departmentId: string;
  head: TestEmployee;
  hr: TestEmployee;
  otherHr: TestEmployee;
  stranger: TestEmployee;
  managers: [TestEmployee, TestEmployee];
  reports: [TestEmployee[], TestEmployee[]];
  reviewOf(person: TestEmployee): { id: string; workflowId: string };
  session: CalibrationSession;
  visitId: string;
  /** Everybody waits for publication, the session is signed off. */
  signOff(): Promise<void>;
}

export async function addSession(api: TestApi, options: { reports?: number; plan?: Partial<PlanDocument> } = {}): Promise<TestSession> {
  const { database } = api;
  const head = await api.newEmployee();
  const departmentId = await api.newDepartment({ head: head.id });
  const elsewhere = await api.newDepartment();
  const [hr, otherHr, stranger] = await Promise.all([api.newEmployee({ roles: ['hr'] }), api.newEmployee({ roles: [{ role: 'hr', departmentId: elsewhere }] }), api.newEmployee({ department: departmentId })]);
  const managers = [await api.newEmployee({ manager: head.id, department: departmentId }), await api.newEmployee({ manager: head.id, department: departmentId })] as [TestEmployee, TestEmployee];
  const reports: [TestEmployee[], TestEmployee[]] = [[], []];
  for (const index of [0, 1] as const) for (let count = 0; count < (options.reports ?? 2); count += 1) reports[index].push(await api.newEmployee({ manager: managers[index].id, department: departmentId }));
  const { cycleId, planId, versionId } = await addCycle(api, hr.id, { ...referencePlan, ...options.plan });
  const reviews = new Map<string, { id: string; workflowId: string }>();
  const add = async (person: TestEmployee, managerId: string) => reviews.set(person.id, await addReview(api, { cycleId, planId, versionId, departmentId, employeeId: person.id, managerId }));
  for (const manager of managers) await add(manager, head.id);
  for (const index of [0, 1] as const) for (const report of reports[index]) await add(report, managers[index].id);
  const { session, visitId } = await openSession(api, cycleId, departmentId);
  const signOff = async () => {
    await database.read.run(sql`update calibration_sessions set state = 'signedOff', signed_off_at = now() where id = ${session.id}`);
    await database.read.run(sql`update reviews set step = 'publication', calibrated_at = now() where cycle_id = ${cycleId}`);
  };
  return { cycleId, departmentId, head, hr, otherHr, stranger, managers, reports, session, visitId, signOff, reviewOf: (person) => reviews.get(person.id) as { id: string; workflowId: string } };
}

async function addCycle(api: TestApi, hrId: string, plan: PlanDocument): Promise<{ cycleId: string; planId: string; versionId: string }> {
  const tag = randomUUID();
  const one = async (query: ReturnType<typeof sql<{ id: string }>>) => String((await api.database.read.one(query))?.id);
  const planId = await one(sql<{ id: string }>`insert into plans (code, name) values (${tag}, ${tag}) returning id`);
  const versionId = await one(sql<{ id: string }>`insert into plan_versions (plan_id, no, state, document, document_hash) values (${planId}, 1, 'inUse', ${JSON.stringify(plan)}::jsonb, ${tag}) returning id`);
  const cycleId = await one(sql<{ id: string }>`
    insert into cycles (name, plan_id, plan_version_id, period_start, period_end, state, population, created_by) values ('2026 上半年', ${planId}, ${versionId}, '2026-01-01', '2026-06-30', 'running', '{}', ${hrId}) returning id`);
  return { cycleId, planId, versionId };
}

async function addReview(api: TestApi, item: { cycleId: string; planId: string; versionId: string; departmentId: string; employeeId: string; managerId: string }): Promise<{ id: string; workflowId: string }> {
  const workflowId = ids.review(item.cycleId, item.employeeId);
  const row = await api.database.read.one(sql<{ id: string }>`
    insert into reviews (cycle_id, employee_id, plan_id, plan_version_id, workflow_id, state, step, period_start, period_end, department_id, manager_id)
    values (${item.cycleId}, ${item.employeeId}, ${item.planId}, ${item.versionId}, ${workflowId}, 'open', 'calibration', '2026-01-01', '2026-06-30', ${item.departmentId}, ${item.managerId}) returning id`);
  const id = String(row?.id);
  await api.database.read.run(sql`insert into processes (workflow_id, kind, ref_id, step) values (${workflowId}, 'review', ${id}, 'calibration')`);
  await api.database.read.run(sql`insert into ratings (review_id, no, source, total_centi, band, created_at) values (${id}, 1, 'computed', 8500, 'B', now())`);
  await api.database.read.run(sql`insert into reward_bases (cycle_id, employee_id, base_cents) values (${item.cycleId}, ${item.employeeId}, 1000000)`);
  return { id, workflowId };
}

async function openSession(api: TestApi, cycleId: string, departmentId: string): Promise<{ session: CalibrationSession; visitId: string }> {
  const now = new Date().toISOString();
  return api.database.transaction(async (tx) => {
    const key = await createSession(tx, { cycleId, departmentId }, now);
    if (!key) throw new Error('The department has a session');
    await tx.run(sql`update calibration_sessions set state = 'open', opened_at = ${now} where id = ${key.id}`);
    await tx.run(sql`insert into processes (workflow_id, kind, ref_id, step) values (${key.workflowId}, 'calibration', ${key.id}, 'open')`);
    await tx.run(sql`insert into visits (workflow_id, step, no, opened_at) values (${key.workflowId}, 'deliberation', 1, ${now})`);
    const session = (await findSession(tx, key.id)) as CalibrationSession;
    await seatMissing(tx, session, await subjectsOf(tx, key.id), now);
    return { session, visitId: String((await openVisits(tx, key.workflowId))[0]?.id) };
  });
}
