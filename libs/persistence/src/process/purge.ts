import { sql, type Executor } from '../database/index.js';

/**
 * Takes one page of old messages out of the outbox, with what is noted about their delivery. Only what has left is taken: a message that was never relayed, or a mail or a group's message that nobody sent, stays however
 * old it is. Notes until when this was done, so that what is missing can be told from what never was. Answers how many were taken.
 */
export async function purgeOutbox(tx: Executor, before: string, page: number): Promise<number> {
  const ids = (
    await tx.all(sql<{ id: string }>`
      select o.id::text from outbox o where o.relayed_at is not null and o.created_at < ${before}
        and (o.channel not in ('mail', 'webhook', 'export') or exists (select from deliveries d where d.outbox_id = o.id and d.channel = o.channel and d.reference is not null))
      order by o.created_at, o.id limit ${page} for update skip locked`)
  ).map((row) => row.id);
  if (ids.length === 0) return 0;
  await tx.run(sql`delete from deliveries where outbox_id = any(${ids}::bigint[])`);
  // What makes a digest the only one of its day is of no use once the day is long past.
  await tx.run(sql`delete from digests where outbox_id = any(${ids}::bigint[])`);
  await tx.run(sql`delete from outbox where id = any(${ids}::bigint[])`);
  await tx.run(sql`
    insert into outbox_purges (day, purged_before, purged) values (current_date, ${before}, ${ids.length})
    on conflict (day) do update set purged_before = greatest(outbox_purges.purged_before, excluded.purged_before), purged = outbox_purges.purged + excluded.purged`);
  return ids.length;
}
