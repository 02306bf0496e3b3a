import { named } from './facts.mjs';

const violation = named('mailDoubledOrMissing');

/** Every notice has one mail, and every mail left once. A mail without a notice is one of signing in. Both are looked at from where old messages were taken away: they are written in one transaction. */
const COUNTS = `
  with kept as (select coalesce(max(purged_before), '-infinity') as since from outbox_purges),
  told as (select employee_id::text as who, kind, link, count(*)::int as n from notices, kept where created_at >= since group by 1, 2, 3),
  mails as (select body->>'employeeId' as who, body->>'template' as kind, body->>'link' as link, count(*)::int as n from outbox, kept where channel = 'mail' and created_at >= since group by 1, 2, 3)
  select t.who, t.kind, t.n as notices, coalesce(m.n, 0) as mails from told t left join mails m using (who, kind, link) where coalesce(m.n, 0) <> t.n
  union all select m.who, m.kind, 0, m.n from mails m where not exists (select from told t where t.who = m.who and t.kind = m.kind and t.link = m.link) and exists (select from told t where t.kind = m.kind)`;
const LEFT = `
  select o.id::text, o.relayed_at is not null as relayed, count(d.*)::int as deliveries, count(d.reference)::int as sent
  from outbox o left join deliveries d on d.outbox_id = o.id and d.channel = 'mail' where o.channel = 'mail' group by o.id having count(d.reference) <> 1 or o.relayed_at is null`;

/**
 * Everybody who had to be told got one mail, not two and not none.
 * @param {import('./facts.mjs').Facts} facts @returns {Promise<import('./facts.mjs').Violation[]>}
 */
export async function mailDoubledOrMissing({ read }) {
  const counts = await read(COUNTS);
  const left = await read(LEFT);
  return [
    ...counts.map(({ who, kind, notices, mails }) => violation(`${kind} to ${who}: ${notices} notices, ${mails} mails`)),
    ...left.map(({ id, relayed, sent }) => violation(`mail ${id} ${relayed ? `was sent ${sent} times` : 'still waits'}`)),
  ];
}
