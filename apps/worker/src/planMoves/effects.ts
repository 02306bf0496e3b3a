import type { ComposedSheet } from '@fairmark/contracts/goals';
import type { PlanMoveKept } from '@fairmark/contracts/planMoves';
import type { AuditSpec, NoticeSpec } from '@fairmark/domain/process';
import { recordHrAct } from '@fairmark/persistence/cycles';
import { setPlanVersion, settlePlanMove, type PlanMoveRow } from '@fairmark/persistence/planMoves';
import type { ProcessContext } from '../processes/index.js';
import type { Review } from '../reviews/review.js';

/** Puts a review under the version of a move, with what it had before written down, and answers it as it is from now on. */
export async function underVersion({ tx, now }: ProcessContext, review: Review, move: PlanMoveRow, sheet: ComposedSheet, step: string): Promise<Review> {
  await setPlanVersion(tx, review.id, move.planVersionId, sheet);
  await settlePlanMove(tx, move.id, review.id, { state: 'applied', step, fromVersionId: review.planVersionId, fromSheet: review.sheet }, now);
  return { ...review, planVersionId: move.planVersionId, plan: move.plan, sheet };
}

/** Line of the record about a move in one review. */
export function moveAudit(action: string, review: Review, move: PlanMoveRow, before: string, after: string): AuditSpec {
  return {
    action: `hr.${action}`, object: review.id, before: { planVersionId: before }, after: { planVersionId: after, moveId: move.id, choice: move.choice, confirmedBy: move.confirmedBy },
    texts: { reason: { body: move.reason, ownerId: review.employeeId } },
  };
}

/** What HR did and why, for everybody concerned to read. */
export async function rememberMove({ tx, now }: ProcessContext, review: Review, move: PlanMoveRow, act: string, by: { actorId: string; reason: string } = move): Promise<void> {
  await recordHrAct(tx, { cycleId: review.cycleId, reviewId: review.id, act, actorId: by.actorId, confirmedBy: move.confirmedBy, reason: by.reason, detail: { moveId: move.id, choice: move.choice, version: move.versionNo }, at: now });
}

/** Writes down why a review keeps its version, and tells who asked for the move. */
export async function keep({ tx, now }: ProcessContext, review: Review, move: PlanMoveRow, why: PlanMoveKept): Promise<{ audit: AuditSpec[]; notices: NoticeSpec[] }> {
  await settlePlanMove(tx, move.id, review.id, { state: 'skipped', why }, now);
  return {
    audit: [{ action: 'hr.planMoveKept', object: review.id, after: { moveId: move.id, why } }],
    notices: [{ employeeId: move.actorId, kind: 'hr.planMoveKept', link: `/cycles/${review.cycleId}` }],
  };
}
