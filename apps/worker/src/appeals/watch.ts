import { sql, type Database } from '@fairmark/persistence/database';
import { sendEvents } from '@fairmark/persistence/process';
import { repeat, type BackgroundTask } from '@fairmark/runtime/background';
import type { Logger } from '@fairmark/runtime/logging';

const EVERY_MS = 300_000;
const PAGE = 200;

/** Looks for appeals that wait for somebody who cannot act any more. */
export function startAppealWatch(database: Database, logger: Logger): BackgroundTask {
  return repeat('appeals', EVERY_MS, logger, async () => void (await tellAppeals(database)));
}

/** One look: cases with a task or a seat of somebody who left, or a seat of somebody who manages the person by now. Each is told once a day. Answers how many were told. */
export async function tellAppeals(database: Database): Promise<number> {
  return database.transaction(async (tx) => {
    const rows = await tx.all(sql<{ workflowId: string }>`
      with gone as (
        select e.id from employees e left join accounts a on a.employee_id = e.id where e.left_on < (now() at time zone e.zone)::date or a.disabled_at is not null)
      select p.workflow_id as "workflowId" from appeals a join processes p on p.workflow_id = a.workflow_id and p.state = 'open' join reviews r on r.id = a.review_id join employees s on s.id = r.employee_id
      where (exists (select from visits v join tasks t on t.visit_id = v.id and t.state = 'open' join gone on gone.id = t.assignee_id where v.workflow_id = a.workflow_id and v.state = 'open' and t.assignee_id <> r.employee_id)
          or exists (select from appeal_seats x where x.appeal_id = a.id and x.level = a.level and x.seat = 'member' and x.state = 'active' and (x.employee_id in (select id from gone) or exists (
            select from employee_managers m where m.employee_id = r.employee_id and m.manager_id = x.employee_id and daterange(m.valid_from, m.valid_to) @> (now() at time zone s.zone)::date))))
        and not exists (select from process_events e where e.workflow_id = a.workflow_id and e.name = 'organisationChanged' and e.created_at > now() - interval '1 day')
      order by a.filed_at limit ${PAGE}`);
    await sendEvents(tx, rows.map(({ workflowId }) => ({ workflowId, name: 'organisationChanged', body: {} })), null);
    return rows.length;
  });
}
