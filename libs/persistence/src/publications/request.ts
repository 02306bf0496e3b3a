import { sql, type Executor } from '../database/index.js';
import { sendToReviews } from '../process/index.js';
import { splitTeamPool } from '../rewards/index.js';
import { lockKey } from './slots.js';

export interface NewPublication {
  cycleId: string;
  departmentId: string;
  costCents: number;
  requestedBy: string;
  managersSeeAt: string;
  publishAt: string;
}

/** Sets the instant of a department's publication and tells every waiting review. Undefined when it was requested before. */
export async function requestPublication(tx: Executor, publication: NewPublication, now: string): Promise<{ id: string; people: number } | undefined> {
  const { cycleId, departmentId, costCents, requestedBy, managersSeeAt, publishAt } = publication;
  await tx.run(sql`select pg_advisory_xact_lock(${lockKey(publication)})`);
  const row = await tx.one(sql<{ id: string }>`
    insert into publications (cycle_id, department_id, cost_cents, cost_shown_at, managers_see_at, publish_at, requested_by)
    values (${cycleId}, ${departmentId}, ${costCents}, ${now}, ${managersSeeAt}, ${publishAt}, ${requestedBy}) on conflict do nothing returning id`);
  if (!row) return undefined;
  const waiting = await tx.all(sql<{ id: string }>`select id from reviews where cycle_id = ${cycleId} and department_id = ${departmentId} and step = 'publication' and state = 'open'`);
  const ids = waiting.map((review) => review.id);
  await splitTeamPool(tx, ids, now);
  await sendToReviews(tx, ids, { name: 'publicationScheduled', body: { publicationId: row.id }, actorId: requestedBy });
  return { id: row.id, people: ids.length };
}
