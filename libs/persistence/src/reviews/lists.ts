import type { ReviewLine } from '@fairmark/contracts/reviews';
import { sql, type Executor } from '../database/index.js';
import { personJson } from './head.js';

/** Steps that wait for a date or another process are shown; a check-in that is brought to mind waits for nobody. */
const columns = (viewer: string) => sql`
  r.id, jsonb_build_object('id', c.id, 'name', c.name, 'nameEn', c.name_en) as cycle, ${personJson('e')} as employee, r.period_start as "periodStart", r.period_end as "periodEnd", r.step, r.state,
  r.goals_outcome as "goalsOutcome", r.published_at as "publishedAt",
  coalesce((select jsonb_agg(jsonb_build_object('visitId', v.id, 'step', v.step, 'since', to_char(v.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'dueAt', to_char(v.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'dueZone', v.due_zone, 'timeout', v.timeout,
      'people', coalesce((select jsonb_agg(${personJson('p')} order by t.created_at, t.id) from tasks t join employees p on p.id = t.assignee_id where t.visit_id = v.id and t.state = 'open'), '[]'),
      'mine', exists (select 1 from tasks t where t.visit_id = v.id and t.state = 'open' and t.assignee_id = ${viewer})) order by v.opened_at, v.id)
    from visits v where v.workflow_id = r.workflow_id and v.state = 'open' and v.step <> 'checkIn'), '[]') as waits`;

/** A person's own reviews, newest period first. */
export async function ownReviews(read: Executor, employeeId: string): Promise<ReviewLine[]> {
  return read.all(sql<ReviewLine>`
    select ${columns(employeeId)} from reviews r join cycles c on c.id = r.cycle_id join employees e on e.id = r.employee_id
    where r.employee_id = ${employeeId} and r.state <> 'cancelled' order by r.period_end desc, r.id`);
}

/** Reviews of the people whom somebody manages today, running cycles first; who waits longest comes first. */
export async function teamReviews(read: Executor, managerId: string): Promise<ReviewLine[]> {
  return read.all(sql<ReviewLine>`
    select ${columns(managerId)} from reviews r join cycles c on c.id = r.cycle_id join employees e on e.id = r.employee_id
    join employee_managers m on m.employee_id = e.id and m.manager_id = ${managerId} and daterange(m.valid_from, m.valid_to) @> least((now() at time zone e.zone)::date, e.left_on)
    where r.state <> 'cancelled' order by r.state = 'closed', r.period_end desc, (select min(v.opened_at) from visits v where v.workflow_id = r.workflow_id and v.state = 'open'), e.number`);
}
