import { workflowId, workflowType } from '@fairmark/contracts/process';
import { sql, type Executor } from '../database/index.js';
import { tellRelay } from '../process/index.js';
import { reviewFacts, type ReviewFacts } from './facts.js';
import type { CycleRow } from './rows.js';

interface NewReview extends Omit<ReviewFacts, 'segments' | 'cyclesBefore'> {
  workflowId: string;
  shadow: boolean;
}

/**
 * Makes the reviews of some people with their processes and asks for their workflows, all in the caller's transaction. Whoever has a review in the cycle
 * is left alone, so that the same page can be repeated. The caller holds the rows of `cycle_people` or the cycle. Answers how many are new.
 */
export async function createReviews(tx: Executor, cycle: CycleRow, employeeIds: readonly string[], now: string): Promise<number> {
  const facts = await reviewFacts(tx, cycle, employeeIds, now);
  const shadowCycles = (await tx.one(sql<{ cycles: number }>`select (document #>> '{buffer,shadow,cycles}')::integer as cycles from plan_versions where id = ${cycle.planVersionId}`))?.cycles ?? 0;
  const created = await insertReviews(tx, cycle, facts.map(({ segments: _segments, cyclesBefore, ...row }) => ({ ...row, workflowId: workflowId.review(cycle.id, row.employeeId), shadow: cyclesBefore < shadowCycles })), now);
  await insertSegments(tx, cycle.id, facts.filter((one) => created.has(one.employeeId)));
  await startAll(tx, [...created.values()]);
  await tx.run(sql`update cycle_people set state = 'started' where cycle_id = ${cycle.id} and employee_id = any(${[...employeeIds]}::uuid[])`);
  if (created.size > 0) await tx.run(sql`update cycles set started_count = started_count + ${created.size}, open_count = open_count + ${created.size} where id = ${cycle.id}`);
  return created.size;
}

interface CreatedReview {
  id: string;
  workflowId: string;
}

async function insertReviews(tx: Executor, cycle: CycleRow, reviews: readonly NewReview[], now: string): Promise<Map<string, CreatedReview>> {
  const rows = await tx.all(sql<CreatedReview & { employeeId: string }>`
    insert into reviews (cycle_id, employee_id, plan_id, plan_version_id, workflow_id, state, period_start, period_end, department_id, manager_id, next_manager_id, position_code, eligible_days, period_days, shadow, started_at)
    select ${cycle.id}::uuid, r."employeeId", ${cycle.planId}::uuid, ${cycle.planVersionId}::uuid, r."workflowId", 'open', ${cycle.periodStart}::date, ${cycle.periodEnd}::date, r."departmentId", r."managerId", r."nextManagerId",
      r."positionCode", r."eligibleDays", r."periodDays", r.shadow, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(reviews)}::jsonb) as r("employeeId" uuid, "workflowId" text, "departmentId" uuid, "managerId" uuid, "nextManagerId" uuid, "positionCode" text, "eligibleDays" integer, "periodDays" integer, shadow boolean)
    on conflict (cycle_id, employee_id) do nothing returning id, workflow_id as "workflowId", employee_id as "employeeId"`);
  return new Map(rows.map(({ employeeId, ...row }) => [employeeId, row]));
}

/** Stretches of the period by manager and department; one without a manager belongs to the manager of the review. */
async function insertSegments(tx: Executor, cycleId: string, people: readonly ReviewFacts[]): Promise<void> {
  const rows = people.flatMap(({ employeeId, managerId, segments }) =>
    segments.flatMap((segment) => {
      const scorer = segment.managerId ?? managerId;
      return scorer === null ? [] : [{ employeeId, managerId: scorer, departmentId: segment.departmentId, from: segment.from, to: segment.to, workingDays: segment.workingDays, scored: segment.kind === 'segment' }];
    }).map((row, index) => ({ ...row, no: index + 1 })));
  await tx.run(sql`
    insert into review_segments (review_id, no, manager_id, department_id, valid_from, valid_to, working_days, scored)
    select v.id, r.no, r."managerId", r."departmentId", r."from", r."to", r."workingDays", r.scored
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("employeeId" uuid, no integer, "managerId" uuid, "departmentId" uuid, "from" date, "to" date, "workingDays" integer, scored boolean)
    join reviews v on v.cycle_id = ${cycleId} and v.employee_id = r."employeeId"`);
}

/** The same as `startProcess`, for a whole page. */
async function startAll(tx: Executor, reviews: readonly CreatedReview[]): Promise<void> {
  await tx.run(sql`
    with started as (
      insert into processes (workflow_id, kind, ref_id, step)
      select r."workflowId", 'review', r.id, 'opening' from jsonb_to_recordset(${JSON.stringify(reviews)}::jsonb) as r(id uuid, "workflowId" text) on conflict do nothing returning workflow_id)
    insert into outbox (channel, body) select 'start', jsonb_build_object('workflowId', workflow_id, 'kind', 'review', 'type', ${workflowType.review}::text) from started`);
  await tellRelay(tx);
}
