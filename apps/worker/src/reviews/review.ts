import type { CycleSchedule } from '@fairmark/contracts/cycles';
import type { ComposedSheet } from '@fairmark/contracts/goals';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { sql, type Executor } from '@fairmark/persistence/database';

/** A review with what its rules need: the frozen plan version and the schedule of its cycle. */
export interface Review {
  id: string;
  cycleId: string;
  employeeId: string;
  workflowId: string;
  planId: string;
  planVersionId: string;
  plan: PlanDocument;
  schedule: CycleSchedule;
  step: string;
  state: 'pending' | 'open' | 'closed' | 'cancelled';
  periodStart: string;
  periodEnd: string;
  departmentId: string;
  managerId: string | null;
  nextManagerId: string | null;
  positionCode: string | null;
  shadow: boolean;
  sheet: ComposedSheet | null;
  goalsOutcome: string | null;
  goalRounds: number;
  goalChanges: number;
  notRatedReason: string | null;
  publishedAt: string | null;
  windowEndsAt: string | null;
  finalAt: string | null;
}

/** Loads a review inside the transaction of a decision. @throws when the row is missing: every process of kind `review` has one */
export async function loadReview(tx: Executor, reviewId: string): Promise<Review> {
  const row = await tx.one(sql<Review>`
    select r.id, r.cycle_id as "cycleId", r.employee_id as "employeeId", r.workflow_id as "workflowId", r.plan_id as "planId", r.plan_version_id as "planVersionId",
      v.document as plan, c.schedule, r.step, r.state, r.period_start as "periodStart", r.period_end as "periodEnd", r.department_id as "departmentId", r.manager_id as "managerId",
      r.next_manager_id as "nextManagerId", r.position_code as "positionCode", r.shadow, r.sheet, r.goals_outcome as "goalsOutcome", r.goal_rounds as "goalRounds",
      r.goal_changes as "goalChanges", r.not_rated_reason as "notRatedReason", r.published_at as "publishedAt", r.window_ends_at as "windowEndsAt", r.final_at as "finalAt"
    from reviews r join plan_versions v on v.id = r.plan_version_id join cycles c on c.id = r.cycle_id where r.id = ${reviewId}`);
  if (!row) throw new Error(`No review ${reviewId}`);
  return row;
}
