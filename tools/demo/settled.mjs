import { setTimeout as sleep } from 'node:timers/promises';

const WITHIN_MS = 90_000;
const UNDER_WAY = `
  select (select count(*)::int from outbox o where o.relayed_at is null or (o.channel = 'mail' and not exists (select from deliveries d where d.outbox_id = o.id and d.reference is not null)))
    + (select count(*)::int from commands where state = 'pending' or confirmed_at is null) + (select count(*)::int from process_events where state = 'pending') as n`;

/** Mails leave and confirmations arrive a moment after the last decision. Whatever is still under way after a while is a finding. @param {import('./check/facts.mjs').Read} read */
export async function settled(read) {
  const end = Date.now() + WITHIN_MS;
  while (Date.now() < end && (await read(UNDER_WAY))[0].n > 0) await sleep(500);
}
