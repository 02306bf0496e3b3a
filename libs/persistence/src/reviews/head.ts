import type { ComposedSheet } from '@fairmark/contracts/goals';
import type { PlanDocument } from '@fairmark/contracts/plans';
import type { ReviewView } from '@fairmark/contracts/reviews';
import { sql, type Executor } from '../database/index.js';

/** A review as its page needs it, before anything is cut. */
export interface ReviewHead extends Pick<ReviewView, 'id' | 'cycle' | 'employee' | 'manager' | 'department' | 'periodStart' | 'periodEnd' | 'step' | 'state' | 'shadow' | 'goalsOutcome' | 'appealId' | 'bufferId'> {
  workflowId: string;
  planId: string;
  zone: string;
  plan: PlanDocument;
  sheet: ComposedSheet | null;
  goalChanges: number;
  eligibleDays: number | null;
  periodDays: number | null;
  baseCents: string | null;
  managersSeeAt: string | null;
  publishedAt: string | null;
  finalAt: string | null;
}

/** People as other people see them, as a JSON object. */
export const personJson = (alias: string) => sql.raw<unknown>(`case when ${alias}.id is not null then jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'nameEn', ${alias}.name_en) end`);

/** @returns undefined when there is no such review */
export async function reviewHead(read: Executor, reviewId: string): Promise<ReviewHead | undefined> {
  return read.one(sql<ReviewHead>`
    select r.id, jsonb_build_object('id', c.id, 'name', c.name, 'nameEn', c.name_en) as cycle, ${personJson('e')} as employee, ${personJson('m')} as manager,
      jsonb_build_object('id', d.id, 'name', d.name, 'nameEn', d.name_en) as department, r.period_start as "periodStart", r.period_end as "periodEnd", r.step, r.state, r.shadow,
      r.goals_outcome as "goalsOutcome", a.id as "appealId", b.id as "bufferId", r.workflow_id as "workflowId", r.plan_id as "planId", e.zone, v.document as plan, r.sheet, r.goal_changes as "goalChanges",
      r.eligible_days as "eligibleDays", r.period_days as "periodDays", w.base_cents as "baseCents", r.managers_see_at as "managersSeeAt", r.published_at as "publishedAt", r.final_at as "finalAt"
    from reviews r join cycles c on c.id = r.cycle_id join employees e on e.id = r.employee_id join departments d on d.id = r.department_id join plan_versions v on v.id = r.plan_version_id
    left join employee_managers em on em.employee_id = e.id and daterange(em.valid_from, em.valid_to) @> least((now() at time zone e.zone)::date, e.left_on)
    left join employees m on m.id = em.manager_id left join lateral (select * from appeals where review_id = r.id order by filed_at desc limit 1) a on true left join buffers b on b.review_id = r.id
    left join reward_bases w on w.cycle_id = r.cycle_id and w.employee_id = r.employee_id
    where r.id = ${reviewId}`);
}
