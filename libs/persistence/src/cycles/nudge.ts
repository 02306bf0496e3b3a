import { sql, type Executor } from '../database/index.js';
import { tellRelay } from '../process/index.js';

/**
 * Reminds everybody for whom these visits wait, in the application and by mail, each person once a day whatever the number of tasks. Answers how many
 * people were reminded; who was reminded today already is left alone.
 */
export async function nudgePeople(tx: Executor, visitIds: readonly string[], now: string): Promise<number> {
  const people = await tx.run(sql`
    with waiting as (
      select t.id, t.assignee_id, t.visit_id, v.step, (${now}::timestamptz at time zone e.zone)::date as today, e.zone from tasks t join visits v on v.id = t.visit_id join employees e on e.id = t.assignee_id
      where t.visit_id = any(${[...visitIds]}::uuid[]) and t.state = 'open' and v.state = 'open'),
    due as (select * from waiting w where not exists (select from tasks o where o.assignee_id = w.assignee_id and (o.nudged_at at time zone w.zone)::date = w.today)),
    marked as (update tasks set nudged_at = ${now} where id in (select id from due)),
    people as (select assignee_id, min(step) as step, case when count(*) = 1 then '/visits/' || min(visit_id::text) else '/inbox' end as link, case when count(*) = 1 then min(visit_id::text)::uuid end as visit_id from due group by assignee_id),
    noticed as (insert into notices (employee_id, kind, link, visit_id) select assignee_id, 'reminder.' || step, link, visit_id from people)
    insert into outbox (channel, body) select 'mail', jsonb_build_object('template', 'reminder.' || step, 'employeeId', assignee_id, 'link', link) from people`);
  if (people > 0) await tellRelay(tx);
  return people;
}
