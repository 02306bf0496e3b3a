import { randomUUID } from 'node:crypto';
import { sql, type Database, type Executor } from '@fairmark/persistence/database';

/** A review with its process, as the tests of this folder need it. */
export interface ReviewRows {
  reviewId: string;
  workflowId: string;
  cycleId: string;
}

const id = async (tx: Executor, query: ReturnType<typeof sql<{ id: string }>>): Promise<string> => ((await tx.one(query)) as { id: string }).id;

/** Adds a running cycle of `hr` with the review of one person in it. */
export async function newReview(database: Database, people: { hr: string; employee: string; department: string }): Promise<ReviewRows> {
  return database.transaction(async (tx) => {
    const code = randomUUID();
    const plan = await id(tx, sql<{ id: string }>`insert into plans (code, name) values (${code}, 'p') returning id`);
    const version = await id(tx, sql<{ id: string }>`insert into plan_versions (plan_id, no, state, document, document_hash) values (${plan}, 1, 'inUse', '{}', 'x') returning id`);
    const cycleId = await id(tx, sql<{ id: string }>`
      insert into cycles (name, plan_id, plan_version_id, period_start, period_end, state, population, created_by) values ('2026 Q3', ${plan}, ${version}, '2026-07-01', '2026-09-30', 'running', '{}', ${people.hr}) returning id`);
    const workflowId = `review/${cycleId}/${people.employee}`;
    const reviewId = await id(tx, sql<{ id: string }>`
      insert into reviews (cycle_id, employee_id, plan_id, plan_version_id, workflow_id, state, period_start, period_end, department_id)
      values (${cycleId}, ${people.employee}, ${plan}, ${version}, ${workflowId}, 'open', '2026-07-01', '2026-09-30', ${people.department}) returning id`);
    await tx.run(sql`insert into processes (workflow_id, kind, ref_id, step, opened_at) values (${workflowId}, 'review', ${reviewId}, 'goalSetting', '2026-07-01T00:00:00Z'), (${`cycle/${cycleId}`}, 'cycle', ${cycleId}, 'running', '2026-06-30T00:00:00Z')`);
    return { reviewId, workflowId, cycleId };
  });
}

/** Opens a visit that waits for some people. */
export async function newVisit(database: Database, visit: { workflowId: string; step: string; no?: number; subjectId: string | null; people: Record<string, string>; payload?: object }): Promise<string> {
  return database.transaction(async (tx) => {
    const visitId = await id(tx, sql<{ id: string }>`
      insert into visits (workflow_id, step, no, subject_id, payload, opened_at, base_due_at, due_at, due_zone, due_provisional, timeout, wake_at)
      values (${visit.workflowId}, ${visit.step}, ${visit.no ?? 1}, ${visit.subjectId}, ${JSON.stringify(visit.payload ?? {})}, '2026-07-02T01:00:00Z', '2026-07-08T16:00:00Z', '2026-07-08T16:00:00Z', 'Asia/Shanghai', true, 'escalate',
        '2026-07-08T01:00:00Z') returning id`);
    for (const [employeeId, why] of Object.entries(visit.people))
      await tx.run(sql`insert into tasks (visit_id, assignee_id, why, created_at) values (${visitId}, ${employeeId}, ${why}, '2026-07-02T01:00:00Z')`);
    return visitId;
  });
}
