import type { InterviewView } from '@fairmark/contracts/results';
import { sql, type Executor } from '../database/index.js';

/** The interview of a review: its record, its open visit, and what was agreed in the last one. Empty while nothing was recorded. */
export async function interviewOf(read: Executor, reviewId: string): Promise<InterviewView> {
  const row = await read.one(sql<InterviewView>`
    select (select v.id from visits v where v.workflow_id = r.workflow_id and v.step in ('interview', 'interviewConfirmation') and v.state = 'open' order by v.opened_at desc limit 1) as "visitId",
      i.held_on as "heldOn", i.notes as text, coalesce(i.actions, '[]') as actions, case when e.id is not null then jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) end as "recordedBy",
      i.recorded_at as "recordedAt", i.confirmed_at as "confirmedAt", i.employee_comment as comment,
      (select a.detail ->> 'reason' from result_acts a where a.review_id = r.id and a.act = 'interviewWaived' order by a.at desc limit 1) as "waivedReason",
      coalesce((select o.actions from interviews o join reviews p on p.id = o.review_id where p.employee_id = r.employee_id and p.period_end < r.period_start order by p.period_end desc limit 1), '[]') as "earlierActions"
    from reviews r left join interviews i on i.review_id = r.id left join employees e on e.id = i.recorded_by where r.id = ${reviewId}`);
  if (!row) throw new Error(`No review ${reviewId}`);
  return row;
}
