import type { ComposedSheet } from '@fairmark/contracts/goals';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { sql, type Executor } from '../database/index.js';

/** What scoring needs of a review. */
export interface Reviewed {
  id: string;
  employeeId: string;
  departmentId: string;
  periodStart: string;
  periodEnd: string;
  plan: PlanDocument;
  sheet: ComposedSheet | null;
}

/** The review with its frozen plan and goals; undefined when it does not exist. */
export async function loadReviewed(tx: Executor, reviewId: string): Promise<Reviewed | undefined> {
  return tx.one(sql<Reviewed>`
    select r.id, r.employee_id as "employeeId", r.department_id as "departmentId", r.period_start as "periodStart", r.period_end as "periodEnd", v.document as plan, r.sheet
    from reviews r join plan_versions v on v.id = r.plan_version_id where r.id = ${reviewId}`);
}
