import type { ComposedSheet } from '@fairmark/contracts/goals';
import type { FormerGoals } from '@fairmark/contracts/reviews';
import { sql, type Executor } from '../database/index.js';
import { personJson, type ReviewHead } from './head.js';

export interface FormerReview {
  reviewId: string;
  periodEnd: string;
  sheet: ComposedSheet;
}

/** The person's last review with agreed goals before this one, of any plan. */
export async function formerReview(read: Executor, review: Pick<ReviewHead, 'id' | 'periodStart'>, employeeId: string): Promise<FormerReview | undefined> {
  return read.one(sql<FormerReview>`
    select id as "reviewId", period_end as "periodEnd", sheet from reviews
    where employee_id = ${employeeId} and id <> ${review.id} and period_end < ${review.periodStart}::date and goals_outcome is not null and sheet is not null and state <> 'cancelled' order by period_end desc limit 1`);
}

/** What was agreed in the interview of that review: it comes up again in goal setting (rules §7). */
export async function developmentActions(read: Executor, reviewId: string): Promise<FormerGoals['developmentActions']> {
  return read.all(sql<FormerGoals['developmentActions'][number]>`
    select a ->> 'text' as text, ${personJson('e')} as owner, a ->> 'dueOn' as "dueOn"
    from interviews i, jsonb_array_elements(i.actions) a left join employees e on e.id::text = a ->> 'ownerId' where i.review_id = ${reviewId} order by a ->> 'dueOn'`);
}
