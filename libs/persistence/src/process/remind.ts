import type { NoticeSpec } from '@fairmark/domain/process';
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

/** Whether a notice reminds of a task: by its kind, and because it leads to the visit. */
export const isReminder = ({ kind, link }: NoticeSpec): boolean => (kind.startsWith('reminder.') || kind === 'approval.overdue') && link.startsWith(VISIT);

const VISIT = '/visits/';

/** Reminders that a policy sends by itself: notices in the application now, and lines of the next digest. */
export async function noteReminders(tx: Executor, notices: readonly NoticeSpec[]): Promise<void> {
  if (notices.length === 0) return;
  const given = notices.map(({ employeeId, kind, link, params }) => ({ employeeId, kind, visitId: link.slice(VISIT.length), params: params ?? {} }));
  await tx.run(sql`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g("employeeId" uuid, kind text, "visitId" uuid, params jsonb)),
    kept as (
      insert into reminders (employee_id, holder_id, visit_id, step, kind, created_at, look_at)
      select distinct g."employeeId", g."employeeId", v.id, v.step, 'reminder', now(), now() + make_interval(mins => ${GATHER_MINUTES}) from given g join visits v on v.id = g."visitId"
      on conflict (employee_id, holder_id, visit_id, kind) where state = 'waiting' do nothing),
    noticed as (insert into notices (employee_id, kind, link, visit_id, params) select "employeeId", kind, ${VISIT} || "visitId", "visitId", params from given)
    select pg_notify('live', jsonb_build_object('kind', 'notice', 'to', "employeeId")::text) from given`);
}
