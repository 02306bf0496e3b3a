import type { ExtendedDue } from '@fairmark/domain/calendar';
import { sql, type Executor } from '../database/index.js';

/** The deadline of a visit after the time was given back in which nobody could act; the record names the gaps. */
export async function giveBackDowntime(tx: Executor, visitId: string, { dueAt, addedSeconds, appliedIds }: ExtendedDue, at: string): Promise<void> {
  const detail = JSON.stringify({ downtimes: appliedIds, seconds: addedSeconds });
  await tx.run(sql`
    with before as (select id, due_at from visits where id = ${visitId}),
    moved as (update visits set due_at = ${dueAt}, downtime_seconds = ${addedSeconds} where id = ${visitId})
    insert into deadline_changes (visit_id, at, cause, from_due, to_due, detail) select id, ${at}::timestamptz, 'downtime', due_at, ${dueAt}::timestamptz, ${detail}::jsonb from before`);
}
