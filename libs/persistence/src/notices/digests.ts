import { personalSteps } from '@fairmark/domain/delegations';
import { sql, type Executor } from '../database/index.js';
import { tellRelay } from '../process/index.js';

export type ReminderKind = 'reminder' | 'nudge';

/** One line of a digest. */
export interface WaitingReminder {
  id: string;
  visitId: string;
  step: string;
  kind: ReminderKind;
  dueAt: string | null;
}

/** People for whom a reminder waits whose time has come. */
export async function peopleToRemind(read: Executor, now: string, limit: number): Promise<string[]> {
  const rows = await read.all(sql<{ id: string }>`select employee_id as id from reminders where state = 'waiting' and look_at <= ${now} group by employee_id order by min(look_at) limit ${limit}`);
  return rows.map((row) => row.id);
}

/** Takes a person's reminders for this transaction; false when another worker has them. */
export async function lockReminders(tx: Executor, employeeId: string): Promise<boolean> {
  const row = await tx.one(sql<{ locked: boolean }>`select pg_try_advisory_xact_lock(hashtextextended('reminders/' || ${employeeId}, 0)) as locked`);
  return row?.locked ?? false;
}

/** Reminders of one person that still matter, the most urgent first. What was decided, taken away or not delegated any more meanwhile drops out for good. */
export async function liveReminders(tx: Executor, employeeId: string, now: string): Promise<WaitingReminder[]> {
  await tx.run(sql`
    update reminders r set state = 'dropped', settled_at = ${now} where r.employee_id = ${employeeId} and r.state = 'waiting' and not exists (
      select from visits v join tasks t on t.visit_id = v.id join processes p on p.workflow_id = v.workflow_id
      where v.id = r.visit_id and v.state = 'open' and t.assignee_id = r.holder_id and t.state = 'open' and (r.holder_id = r.employee_id or (
        not p.kind || '.' || v.step = any(${[...personalSteps]}::text[])
        and exists (select from stand_ins_of(r.holder_id, p.kind, ${now}::timestamptz) s where s.delegate_id = r.employee_id and not is_party(v.workflow_id, v.subject_id, v.approval_id, s.path)))))`);
  return tx.all(sql<WaitingReminder>`
    select r.id, r.visit_id as "visitId", r.step, r.kind, v.due_at as "dueAt" from reminders r join visits v on v.id = r.visit_id
    where r.employee_id = ${employeeId} and r.state = 'waiting' order by v.due_at nulls last, r.created_at, r.id`);
}

/** Looks at a person's reminders of some kinds again later. */
export async function postponeReminders(tx: Executor, employeeId: string, kinds: readonly ReminderKind[], until: string): Promise<void> {
  await tx.run(sql`update reminders set look_at = ${until} where employee_id = ${employeeId} and state = 'waiting' and kind = any(${[...kinds]}::text[]) and look_at < ${until}`);
}

/** Whether a person had no mail of this kind on a day. */
export async function kindsLeft(tx: Executor, employeeId: string, day: string, kinds: readonly ReminderKind[]): Promise<ReminderKind[]> {
  const sent = await tx.all(sql<{ kind: ReminderKind }>`select kind from digests where employee_id = ${employeeId} and day = ${day}`);
  return kinds.filter((kind) => !sent.some((row) => row.kind === kind));
}

/** One mail with these lines; the row of the digest makes it the only one of its kind on that day, whatever is repeated. */
export async function sendDigest(tx: Executor, employeeId: string, day: string, kinds: readonly ReminderKind[], lines: readonly WaitingReminder[], now: string): Promise<void> {
  const visits = [...new Map(lines.map((line) => [line.visitId, line])).values()];
  const [only] = visits;
  const single = visits.length === 1 && only ? { template: `reminder.${only.step}`, link: `/visits/${only.visitId}` } : { template: 'reminder.digest', link: '/inbox' };
  const body = { ...single, employeeId, items: visits.map(({ step, visitId, dueAt }) => ({ step, link: `/visits/${visitId}`, dueAt })) };
  await tx.run(sql`
    with mailed as (insert into outbox (channel, body) values ('mail', ${JSON.stringify(body)}) returning id),
    counted as (insert into digests (employee_id, day, kind, sent_at, items, outbox_id) select ${employeeId}, ${day}, kind, ${now}, ${visits.length}, mailed.id from mailed, unnest(${[...kinds]}::text[]) kind)
    update reminders set state = 'sent', settled_at = ${now}, digest_day = ${day} where id = any(${lines.map((line) => line.id)}::uuid[])`);
  await tellRelay(tx);
}
