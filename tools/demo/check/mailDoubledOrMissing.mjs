import { named } from './facts.mjs';

const violation = named('mailDoubledOrMissing');

/** Notices whose mail is a line of the person's digest, or a digest of one line. */
const IN_DIGEST = "(kind like 'reminder.%' or kind = 'approval.overdue')";
/** Every notice has one mail, and every mail left once. A mail without a notice is one of signing in. Both are looked at from where old messages were taken away: they are written in one transaction. */
const COUNTS = `
  with kept as (select coalesce(max(purged_before), '-infinity') as since from outbox_purges),
  told as (select employee_id::text as who, kind, link, count(*)::int as n from notices, kept where created_at >= since and not ${IN_DIGEST} group by 1, 2, 3),
  mails as (select body->>'employeeId' as who, body->>'template' as kind, body->>'link' as link, count(*)::int as n from outbox, kept where channel = 'mail' and created_at >= since group by 1, 2, 3)
  select t.who, t.kind, t.n as notices, coalesce(m.n, 0) as mails from told t left join mails m using (who, kind, link) where coalesce(m.n, 0) <> t.n
  union all select m.who, m.kind, 0, m.n from mails m where not exists (select from told t where t.who = m.who and t.kind = m.kind and t.link = m.link) and exists (select from told t where t.kind = m.kind)`;
/** A reminder waits for the morning of who is reminded or is in one mail; no mail reminds without standing in the table of digests, which lets one a day leave. */
const REMINDED = `
  select 'reminder of visit ' || n.visit_id || ' to ' || n.employee_id || ' is in no digest' as detail from notices n
  where ${IN_DIGEST} and n.visit_id is not null and not exists (select from reminders r where r.employee_id = n.employee_id and r.visit_id = n.visit_id)
  union all select 'reminder ' || r.id || ' was sent without a mail' from reminders r
  where r.state = 'sent' and not exists (select from digests d join outbox o on o.id = d.outbox_id where d.employee_id = r.employee_id and d.day = r.digest_day)
  union all select 'mail ' || o.id || ' reminds outside a digest' from outbox o
  where o.channel = 'mail' and o.body->>'template' like 'reminder.%' and not exists (select from digests d where d.outbox_id = o.id)`;
const LEFT = `
  select o.id::text, o.relayed_at is not null as relayed, count(d.*)::int as deliveries, count(d.reference)::int as sent
  from outbox o left join deliveries d on d.outbox_id = o.id and d.channel = 'mail' where o.channel = 'mail' group by o.id having count(d.reference) <> 1 or o.relayed_at is null`;

/**
 * Everybody who had to be told got one mail, not two and not none.
 * @param {import('./facts.mjs').Facts} facts @returns {Promise<import('./facts.mjs').Violation[]>}
 */
export async function mailDoubledOrMissing({ read }) {
  const counts = await read(COUNTS);
  const reminded = await read(REMINDED);
  const left = await read(LEFT);
  return [
    ...reminded.map(({ detail }) => violation(detail)),
    ...counts.map(({ who, kind, notices, mails }) => violation(`${kind} to ${who}: ${notices} notices, ${mails} mails`)),
    ...left.map(({ id, relayed, sent }) => violation(`mail ${id} ${relayed ? `was sent ${sent} times` : 'still waits'}`)),
  ];
}
