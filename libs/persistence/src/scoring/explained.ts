import type { PersonRef } from '@fairmark/contracts/common';
import { sql, type Executor } from '../database/index.js';

/** The rating that counts, and how the scoring of a review ended. */
export interface Outcome {
  scoredAt: string | null;
  notRatedReason: string | null;
  rating: { source: string; totalCenti: number | null; band: string | null; employeeReason: string | null } | null;
}

export async function outcomeOf(tx: Executor, reviewId: string): Promise<Outcome | undefined> {
  return tx.one(sql<Outcome>`
    select r.scored_at as "scoredAt", r.not_rated_reason as "notRatedReason",
      (select jsonb_build_object('source', c.source, 'totalCenti', c.total_centi, 'band', c.band, 'employeeReason', c.employee_reason) from current_ratings c where c.review_id = r.id) as rating
    from reviews r where r.id = ${reviewId}`);
}

/** Stretches of a review with their days, and who scored them. */
export async function scoredStretches(tx: Executor, reviewId: string): Promise<{ no: number; from: string; to: string; days: number; scorer: PersonRef | null }[]> {
  return tx.all(sql<{ no: number; from: string; to: string; days: number; scorer: PersonRef | null }>`
    select s.segment_no as no, coalesce(g.valid_from, r.period_start) as "from", coalesce(g.valid_to, r.period_end) as "to", coalesce(g.valid_to - g.valid_from + 1, 1) as days,
      case when e.id is not null then jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) end as scorer
    from segment_scores s join reviews r on r.id = s.review_id left join review_segments g on g.review_id = s.review_id and g.no = s.segment_no left join employees e on e.id = s.scorer_id
    where s.review_id = ${reviewId} order by s.segment_no`);
}
