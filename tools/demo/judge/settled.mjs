import { setTimeout as sleep } from 'node:timers/promises';

const WITHIN_MS = 60_000;
const UNDER_WAY = `
  select (select count(*)::int from commands where state = 'pending' or confirmed_at is null) + (select count(*)::int from process_events where state = 'pending')
    + (select count(*)::int from outbox where relayed_at is null and channel in ('start', 'signal')) as n`;

/** Confirmations arrive a moment after the last act. Mails that wait for somebody's morning are none of it. @param {import('../check/facts.mjs').Read} read */
export async function settled(read) {
  const end = Date.now() + WITHIN_MS;
  while (Date.now() < end && (await read(UNDER_WAY))[0].n > 0) await sleep(500);
}
