import type { SelfReview } from '@fairmark/contracts/reviews';
import { sql, type Executor } from '../database/index.js';

/** Records a self-review, or that none was handed in: never agreement, never zero. A leaver's has no visit. */
export async function insertSelfReview(tx: Executor, reviewId: string, visitId: string | null, body: SelfReview | null, now: string): Promise<void> {
  await tx.run(sql`
    insert into self_reviews (review_id, visit_id, state, body, created_at)
    values (${reviewId}, ${visitId}::uuid, ${body ? 'submitted' : 'notSubmitted'}, ${body ? JSON.stringify(body) : null}::jsonb, ${now})`);
}

/** Papers of this review that the person may name as evidence; answers those of the ids that are none. */
export async function unknownEvidence(tx: Executor, reviewId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.all(sql<{ id: string }>`select id from appeal_papers where review_id = ${reviewId} and id = any(${[...ids]}::uuid[])`);
  return ids.filter((id) => !rows.some((row) => row.id === id));
}
