import type { PaperView } from '@fairmark/contracts/appeals';
import { sql, type Executor } from '../database/index.js';
import { personJson } from '../reviews/head.js';

/** Papers that one person may have waiting in one review. */
export const MOST_PAPERS = 50;

export interface NewPaper {
  reviewId: string;
  name: string;
  mime: string;
  sha256: string;
  content: Uint8Array;
  uploadedBy: string;
}

/** Stores a paper that belongs to no set yet; answers its id. */
export async function insertPaper(tx: Executor, paper: NewPaper, now: string): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`
    insert into appeal_papers (review_id, name, mime, size, sha256, content, uploaded_by, created_at)
    values (${paper.reviewId}, ${paper.name}, ${paper.mime}, ${paper.content.byteLength}, ${paper.sha256}, ${Buffer.from(paper.content)}, ${paper.uploadedBy}, ${now}) returning id`);
  return (row as { id: string }).id;
}

const columns = sql`p.id, p.name, p.mime, p.size, p.sha256, p.evidence_set as "evidenceSet", ${personJson('e')} as "uploadedBy", p.created_at as "createdAt", p.frozen_at as "frozenAt"`;

/** Frozen papers of a case, by set. */
export async function papersOfAppeal(read: Executor, appealId: string): Promise<PaperView[]> {
  return read.all(sql<PaperView>`select ${columns} from appeal_papers p join employees e on e.id = p.uploaded_by where p.appeal_id = ${appealId} order by p.evidence_set nulls last, p.created_at, p.id`);
}

/** What a person uploaded to a review and has not handed in. */
export async function waitingPapers(read: Executor, reviewId: string, ownerId: string): Promise<PaperView[]> {
  return read.all(sql<PaperView>`
    select ${columns} from appeal_papers p join employees e on e.id = p.uploaded_by where p.review_id = ${reviewId} and p.uploaded_by = ${ownerId} and p.frozen_at is null order by p.created_at, p.id`);
}

export async function paperView(read: Executor, id: string): Promise<PaperView | undefined> {
  return read.one(sql<PaperView>`select ${columns} from appeal_papers p join employees e on e.id = p.uploaded_by where p.id = ${id}`);
}

/** A paper with what decides who may open it. */
export interface PaperFile {
  reviewId: string;
  appealId: string | null;
  name: string;
  mime: string;
  uploadedBy: string;
  frozenAt: string | null;
  content: Uint8Array;
}

export async function paperFile(read: Executor, id: string): Promise<PaperFile | undefined> {
  return read.one(sql<PaperFile>`
    select review_id as "reviewId", appeal_id as "appealId", name, mime, uploaded_by as "uploadedBy", frozen_at as "frozenAt", content from appeal_papers where id = ${id}`);
}

/** Takes away a paper that was not handed in; false when it is frozen or unknown. */
export async function dropPaper(tx: Executor, id: string, ownerId: string): Promise<boolean> {
  return (await tx.run(sql`delete from appeal_papers where id = ${id} and uploaded_by = ${ownerId} and frozen_at is null`)) > 0;
}

/**
 * Freezes papers as a set of the case (`evidenceSet` null: they go with the manager's statement). From then on nobody changes or takes them away. Answers whether all of
 * them were the owner's own papers of this review and not frozen before.
 */
export async function freezePapers(tx: Executor, set: { appealId: string; reviewId: string; ownerId: string; evidenceSet: number | null; paperIds: readonly string[] }, now: string): Promise<boolean> {
  const ids = [...new Set(set.paperIds)];
  if (ids.length === 0) return true;
  const frozen = await tx.run(sql`
    update appeal_papers set appeal_id = ${set.appealId}, evidence_set = ${set.evidenceSet}, frozen_at = ${now}
    where id = any(${ids}::uuid[]) and review_id = ${set.reviewId} and uploaded_by = ${set.ownerId} and frozen_at is null`);
  return frozen === ids.length;
}
