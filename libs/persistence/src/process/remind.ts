import { sql, type Executor } from '../database/index.js';
import { askedIn } from './asked.js';

/** Reminders of the same morning wait this long for each other, so that they leave in one mail. */
const GATHER_MINUTES = 5;

/**
 * Reminds everybody for whom a visit waits, and whoever stands in for them: a notice in the application at once, and a line of their next digest. A reminder that
 * still waits for its digest is not written twice. Answers how many people were reminded.
 */
export async function remindTasks(tx: Executor, visitId: string, now: string): Promise<number> {
  return tx.run(sql`
    with asked as (${askedIn([visitId], now)}),
    kept as (
      insert into reminders (employee_id, holder_id, visit_id, step, kind, created_at, look_at)
      select employee_id, holder_id, visit_id, step, 'reminder', ${now}::timestamptz, ${now}::timestamptz + make_interval(mins => ${GATHER_MINUTES}) from asked
      on conflict (employee_id, holder_id, visit_id, kind) where state = 'waiting' do nothing),
    people as (select distinct employee_id, visit_id, step from asked),
    noticed as (insert into notices (employee_id, kind, link, visit_id) select employee_id, 'reminder.' || step, '/visits/' || visit_id, visit_id from people)
    select pg_notify('live', jsonb_build_object('kind', 'notice', 'to', employee_id)::text) from people`);
}
