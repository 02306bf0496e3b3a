import type { NoticeSpec } from '@fairmark/domain/process';
import { sql, type Executor } from '../database/index.js';
import { isReminder, noteReminders } from './remind.js';

/** A notice in the application and a mail, for each. They leave with the commit. A reminder leaves as a line of the person's digest instead of a mail of its own. */
export async function notifyAll(tx: Executor, given: readonly (NoticeSpec & { visitId?: string })[]): Promise<void> {
  await noteReminders(tx, given.filter(isReminder));
  const notices = given.filter((notice) => !isReminder(notice));
  if (notices.length === 0) return;
  await tx.send(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb) as n("employeeId" uuid, kind text, link text, params jsonb, "visitId" uuid)),
    noticed as (insert into notices (employee_id, kind, link, visit_id, params) select "employeeId", kind, link, "visitId", coalesce(params, '{}') from given),
    mailed as (insert into outbox (channel, body) select 'mail', jsonb_build_object('template', kind, 'employeeId', "employeeId", 'link', link) from given)
    select pg_notify('outbox', ''), pg_notify('live', jsonb_build_object('kind', 'notice', 'to', "employeeId")::text) from given`);
}

/** One notice in the application and one mail. */
export async function notify(tx: Executor, notice: NoticeSpec): Promise<void> {
  await notifyAll(tx, [notice]);
}
