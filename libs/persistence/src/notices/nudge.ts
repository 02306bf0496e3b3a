import { sql, type Executor } from '../database/index.js';
import { askedIn } from '../process/asked.js';

/**
 * Reminds whoever these visits wait for because somebody asked for it, and whoever stands in for them: each person at most once on a day of their own, whoever asks and
 * whatever the number of matters; `only`: of them those who are named. Two who ask in the same moment give one nudge. Answers how many people were told.
 */
export async function nudgePeople(tx: Executor, visitIds: readonly string[], { by, now, only }: { by: string; now: string; only?: readonly string[] }): Promise<number> {
  return tx.run(sql`
    with asked as (${askedIn(visitIds, now)}),
    fresh as (
      insert into nudges (employee_id, day, nudged_by, at)
      select distinct e.id, (${now}::timestamptz at time zone e.zone)::date, ${by}::uuid, ${now}::timestamptz from asked a join employees e on e.id = a.employee_id where ${only ? [...only] : null}::uuid[] is null or a.holder_id = any(${only ? [...only] : null}::uuid[])
      on conflict do nothing returning employee_id),
    told as (select a.* from asked a join fresh f using (employee_id)),
    marked as (update tasks t set nudged_at = ${now} from told where t.visit_id = told.visit_id and t.assignee_id = told.holder_id and t.state = 'open'),
    kept as (
      insert into reminders (employee_id, holder_id, visit_id, step, kind, created_at, look_at)
      select employee_id, holder_id, visit_id, step, 'nudge', ${now}::timestamptz, ${now}::timestamptz from told on conflict (employee_id, holder_id, visit_id, kind) where state = 'waiting' do nothing),
    people as (
      select employee_id, min(step) as step, case when count(distinct visit_id) = 1 then '/visits/' || min(visit_id::text) else '/inbox' end as link, case when count(distinct visit_id) = 1 then min(visit_id::text)::uuid end as visit_id
      from told group by employee_id),
    noticed as (insert into notices (employee_id, kind, link, visit_id) select employee_id, 'reminder.' || step, link, visit_id from people)
    select pg_notify('live', jsonb_build_object('kind', 'notice', 'to', employee_id)::text) from people`);
}
