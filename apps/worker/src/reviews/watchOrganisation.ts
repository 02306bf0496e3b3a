import { sql, type Database } from '@fairmark/persistence/database';
import { sendToReviews } from '@fairmark/persistence/process';
import { repeat, type BackgroundTask } from '@fairmark/runtime/background';
import type { Logger } from '@fairmark/runtime/logging';

const EVERY_MS = 300_000;
const PAGE = 500;

/**
 * The net under the events of changes: looks for reviews whose open tasks belong to somebody who cannot act any more, or to a manager of yesterday. Dated rows take effect on their day, not when
 * they are imported: so this looks again and again instead of listening to imports.
 */
export function startOrganisationWatch(database: Database, logger: Logger): BackgroundTask {
  return repeat('organisation', EVERY_MS, logger, async () => void (await tellReviews(database)));
}

/** One look. A review that was told today and could not follow waits until tomorrow: HR has been asked meanwhile by its deadline. Answers how many were told. */
export async function tellReviews(database: Database): Promise<number> {
  return database.transaction(async (tx) => {
    const rows = await tx.all(sql<{ id: string }>`
      select distinct r.id from tasks t join visits v on v.id = t.visit_id and v.state = 'open' join reviews r on r.workflow_id = v.workflow_id and r.state = 'open'
      join employees e on e.id = t.assignee_id left join accounts a on a.employee_id = e.id join employees s on s.id = r.employee_id
      where t.state = 'open' and t.assignee_id <> r.employee_id
        and (e.left_on < (now() at time zone e.zone)::date or a.disabled_at is not null or (t.why = 'lineManager' and v.step <> 'scoring' and r.line_as_of is null and exists (
          select 1 from employee_managers m join employees n on n.id = m.manager_id left join accounts b on b.employee_id = n.id
          where m.employee_id = r.employee_id and m.manager_id <> t.assignee_id and daterange(m.valid_from, m.valid_to) @> (now() at time zone s.zone)::date
            and (n.left_on is null or n.left_on >= (now() at time zone n.zone)::date) and b.disabled_at is null)))
        and not exists (select 1 from process_events p where p.workflow_id = r.workflow_id and p.name = 'organisationChanged' and p.created_at > now() - interval '1 day')
      limit ${PAGE}`);
    return rows.length === 0 ? 0 : sendToReviews(tx, rows.map((row) => row.id), { name: 'organisationChanged', body: {}, actorId: null });
  });
}
