import { plansErrors } from '@fairmark/contracts/errors';
import type { DraftConflict, PlanDocument, PlanFinding, PlanOverride, PlanVersionView } from '@fairmark/contracts/plans';
import { DomainError } from '@fairmark/domain/common';
import { appendAudit, canonicalJson } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';
import { planHash } from './upload.js';

export interface DraftContent {
  document: PlanDocument;
  findings: PlanFinding[];
  overrides: PlanOverride[];
  /** The revision from which it was edited. */
  revision: number;
}

type Known = Pick<PlanVersionView, 'id' | 'state' | 'approvalState' | 'revision' | 'documentHash' | 'changedAt' | 'changedBy' | 'overrides'> & { planId: string };

async function locked(tx: Executor, code: string, no: number): Promise<Known | undefined> {
  return tx.one(sql<Known>`
    select v.id, v.plan_id as "planId", v.state, v.approval_state as "approvalState", v.revision, v.document_hash as "documentHash", v.overrides, coalesce(v.changed_at, v.created_at) as "changedAt",
      (select jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) from employees e where e.id = coalesce(v.changed_by, v.created_by)) as "changedBy"
    from plan_versions v join plans p on p.id = v.plan_id where p.code = ${code} and v.no = ${no} for update of v`);
}

/** What is in review, approved, in use or retired stays as it is. */
const isEditable = ({ state, approvalState }: Pick<Known, 'state' | 'approvalState'>): boolean => state === 'draft' && (approvalState === 'none' || approvalState === 'rejected');

/**
 * Saves a draft over the revision from which it was edited. Undefined when there is no such version.
 * @throws DomainError `PLAN.NOT_EDITABLE`; `PLAN.DRAFT_CHANGED` with who saved first and when
 */
export async function saveDraft(tx: Executor, code: string, no: number, draft: DraftContent, actorId: string, now: string): Promise<number | undefined> {
  const known = await locked(tx, code, no);
  if (!known) return undefined;
  if (!isEditable(known)) throw new DomainError(plansErrors.notEditable, { state: known.state, approvalState: known.approvalState });
  const { document, findings, overrides } = draft;
  const documentHash = planHash(document);
  // A save whose answer was lost is sent again: what is already there, by the same person, is no conflict.
  const again = known.documentHash === documentHash && known.changedBy?.id === actorId && canonicalJson(known.overrides) === canonicalJson(overrides);
  if (again && known.revision === draft.revision + 1) return known.revision;
  const conflict: DraftConflict = { revision: known.revision, changedBy: known.changedBy, changedAt: known.changedAt };
  if (known.revision !== draft.revision) throw new DomainError(plansErrors.draftChanged, { ...conflict });
  const revision = known.revision + 1;
  await tx.run(sql`
    update plan_versions set document = ${JSON.stringify(document)}::jsonb, document_hash = ${documentHash}, findings = ${JSON.stringify(findings)}::jsonb, overrides = ${JSON.stringify(overrides)}::jsonb,
      revision = ${revision}, changed_by = ${actorId}, changed_at = ${now} where id = ${known.id}`);
  await tx.run(sql`update plans p set name = ${document.name.zh}, name_en = ${document.name.en ?? null} where p.id = ${known.planId} and not exists (select 1 from plan_versions v where v.plan_id = p.id and v.no > ${no})`);
  const texts = Object.fromEntries(overrides.map((override, index) => [`override${index}`, { body: override.reason, ownerId: actorId }]));
  await appendAudit(tx, `plan/${known.planId}`, { actorId }, now, [
    { action: 'plan.draftSaved', object: known.id, before: { documentHash: known.documentHash }, after: { documentHash, findings: findings.length, overridden: overrides.map(({ code: one, path }) => ({ code: one, path })) }, texts },
  ]);
  return revision;
}

/**
 * Ends the life of a version: no new cycle uses it. False when there is no such version; retiring it again changes nothing.
 * @throws DomainError `PLAN.STILL_USED` while it is in review or a cycle that is not over uses it
 */
export async function retireVersion(tx: Executor, code: string, no: number, reason: string, actorId: string, now: string): Promise<boolean> {
  const known = await locked(tx, code, no);
  if (!known) return false;
  if (known.state === 'retired') return true;
  const used = await usesNow(tx, known.id);
  if (known.approvalState === 'inReview' || used.cycles + used.reviews + used.rollouts > 0) throw new DomainError(plansErrors.stillUsed, { ...used, approvalState: known.approvalState });
  await tx.run(sql`update plan_versions set state = 'retired' where id = ${known.id}`);
  await appendAudit(tx, `plan/${known.planId}`, { actorId }, now, [{ action: 'plan.retired', object: known.id, before: { state: known.state }, after: { state: 'retired' }, texts: { reason: { body: reason, ownerId: actorId } } }]);
  return true;
}

/** What works with a version now: cycles that are not over, reviews that moved to it or will with their next step, and rollouts. */
async function usesNow(tx: Executor, versionId: string): Promise<{ cycles: number; reviews: number; rollouts: number }> {
  const row = await tx.one(sql<{ cycles: number; reviews: number; rollouts: number }>`
    select (select count(*)::integer from cycles where plan_version_id = ${versionId} and state not in ('closed', 'cancelled')) as cycles,
      (select count(*)::integer from reviews r where r.state = 'open' and (r.plan_version_id = ${versionId}
        or exists (select from plan_move_items i join plan_moves m on m.id = i.move_id where i.review_id = r.id and i.state in ('pending', 'waiting') and m.plan_version_id = ${versionId}))) as reviews,
      (select count(*)::integer from rollouts where plan_version_id = ${versionId} and state <> 'closed') as rollouts`);
  return row ?? { cycles: 0, reviews: 0, rollouts: 0 };
}
