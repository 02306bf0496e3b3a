import type { PersonRef } from '@fairmark/contracts/common';
import { sql, type Executor } from '../database/index.js';
import { standInTasks } from '../delegations/index.js';

/** One review in the grid of a scorer, before anything is computed. */
export interface GridRow {
  reviewId: string;
  employee: PersonRef;
  step: string;
  notRated: boolean;
  /** The scorer's open visit, or null. */
  visitId: string | null;
  dueAt: string | null;
  segmentNo: number | null;
  rateAnyway: boolean;
  /** The scorer handed in a sheet of this review. */
  submitted: boolean;
  selfReview: 'submitted' | 'notSubmitted' | null;
  /** As it was typed: nobody has checked it yet. */
  draft: unknown;
  draftSavedAt: string | null;
}

/**
 * Reviews of one cycle that a person scores, scored, or will score as today's manager: own reports side by side. Somebody's own review is never among
 * them. A person of whom two stretches wait for the same scorer stands there twice.
 */
export async function gridRows(tx: Executor, cycleId: string, scorerId: string): Promise<GridRow[]> {
  return tx.all(sql<GridRow>`
    select r.id as "reviewId", jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) as employee, r.step, r.not_rated_reason is not null as "notRated", v.id as "visitId", v.due_at as "dueAt",
      (v.payload->>'segmentNo')::integer as "segmentNo", coalesce((v.payload->>'rateAnyway')::boolean, false) as "rateAnyway",
      exists (select from score_sheets s where s.review_id = r.id and s.scorer_id = ${scorerId}) as submitted,
      (select s.state from self_reviews s where s.review_id = r.id order by s.created_at desc limit 1) as "selfReview", d.body as draft, d.updated_at as "draftSavedAt"
    from reviews r join employees e on e.id = r.employee_id
    left join lateral (
      select v.* from visits v join tasks t on t.visit_id = v.id where v.workflow_id = r.workflow_id and v.step = 'scoring' and v.state = 'open' and t.assignee_id = ${scorerId} and t.state = 'open' and t.why <> 'hrAppoints') v on true
    left join drafts d on d.author_id = ${scorerId} and d.subject = 'visit/' || v.id
    where r.cycle_id = ${cycleId} and r.employee_id <> ${scorerId} and r.state in ('open', 'closed') and r.sheet is not null and (
      v.id is not null or exists (select from score_sheets s where s.review_id = r.id and s.scorer_id = ${scorerId})
      or exists (select from employee_managers m where m.employee_id = r.employee_id and m.manager_id = ${scorerId} and daterange(m.valid_from, m.valid_to) @> (now() at time zone e.zone)::date))
    order by e.number, v.opened_at`);
}

/** The stretch that somebody was asked to score; null when they never were. */
export async function segmentOfScorer(tx: Executor, reviewId: string, scorerId: string): Promise<number | null> {
  const row = await tx.one(sql<{ no: number | null }>`
    select (v.payload->>'segmentNo')::integer as no from reviews r join visits v on v.workflow_id = r.workflow_id join tasks t on t.visit_id = v.id
    where r.id = ${reviewId} and v.step = 'scoring' and (t.assignee_id = ${scorerId} or t.id in (select s.task_id from ${standInTasks(scorerId)} s)) order by v.opened_at desc limit 1`);
  return row?.no ?? null;
}
