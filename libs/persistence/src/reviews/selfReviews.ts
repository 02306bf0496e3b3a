import type { SelfReview } from '@fairmark/contracts/reviews';
import { sql, type Executor } from '../database/index.js';

/** Records a self-review, or that none was handed in: never agreement, never zero. A leaver's has no visit. */
export async function insertSelfReview(tx: Executor, reviewId: string, visitId: string | null, body: SelfReview | null, now: string): Promise<void> {
  await tx.run(sql`
    insert into self_reviews (review_id, visit_id, state, body, created_at)
    values (${reviewId}, ${visitId}::uuid, ${body ? 'submitted' : 'notSubmitted'}, ${body ? JSON.stringify(body) : null}::jsonb, ${now})`);
}

/** Ids of the files that the self-review `s` names. */
export const evidenceIds = sql`select (jsonb_array_elements_text(item -> 'evidenceIds'))::uuid from jsonb_array_elements(s.body -> 'items') as item`;

/**
 * Freezes the files that a self-review names: from then on nobody changes or takes them away. Answers those of the ids that are no files which the person uploaded to this
 * review for it; then nothing is frozen. A self-review that was sent back may name its files again.
 */
export async function freezeEvidence(tx: Executor, { reviewId, ownerId, ids }: { reviewId: string; ownerId: string; ids: readonly string[] }, now: string): Promise<string[]> {
  if (ids.length === 0) return [];
  const named = sql`review_id = ${reviewId} and uploaded_by = ${ownerId} and appeal_id is null and id = any(${[...ids]}::uuid[])`;
  const found = new Set((await tx.all(sql<{ id: string }>`select id from appeal_papers where ${named}`)).map((row) => row.id));
  const unknown = ids.filter((id) => !found.has(id));
  if (unknown.length === 0) await tx.run(sql`update appeal_papers set frozen_at = ${now} where ${named} and frozen_at is null`);
  return unknown;
}

export interface EvidenceFile {
  name: string;
  mime: string;
  content: Uint8Array;
}

/** A file of the self-review as it was handed in last. */
export async function evidenceFile(read: Executor, reviewId: string, paperId: string): Promise<EvidenceFile | undefined> {
  return read.one(sql<EvidenceFile>`
    select p.name, p.mime, p.content from appeal_papers p
    join lateral (select body from self_reviews where review_id = p.review_id order by created_at desc limit 1) s on true
    where p.review_id = ${reviewId} and p.id = ${paperId} and p.id in (${evidenceIds})`);
}
