import { apply, openTasks, type ApprovalEffect } from '@fairmark/domain/approval';
import type { AuditSpec } from '@fairmark/domain/process';
import { insertComment, loadApproval, resolveApprovers, saveApproval, type ApprovalCase } from '@fairmark/persistence/approvals';
import { sql } from '@fairmark/persistence/database';
import { moveDeadline, type VisitRow } from '@fairmark/persistence/process';
import type { ProcessContext } from '../processes/index.js';
import { accepted, run } from './events.js';
import { partOf, staysOpen, type Applied } from './part.js';
import type { ApprovalAct, ApprovalStep } from './request.js';

/**
 * Applies what happened to the case behind `visit`: a decision of its assignee, a passed deadline (`{ type: 'timeout' }`, from the step's `expire`), a
 * reassignment by HR, or a change in the organisation. Call it once per transition and merge `part`; look at `outcome` to see whether the case goes on.
 *
 * Whether the actor may act is checked before (assignee, not the subject); the engine checks again and refuses with `APPROVAL.*`.
 */
export async function applyApproval({ tx, process, now }: ProcessContext, visit: VisitRow, act: ApprovalAct): Promise<ApprovalStep> {
  const approvalId = approvalOf(visit);
  const item = await loadApproval(tx, approvalId);
  const comment = 'comment' in act ? act.comment : undefined;
  const commentId = comment && 'actorId' in act ? await insertComment(tx, { workflowId: process.workflowId, visitId: visit.id, authorId: act.actorId, kind: act.type, body: comment }, now) : undefined;
  const resolution = await resolveApprovers(tx, item.definition, item.scope, now, partiesOf(item, act));
  const { state, effects } = run(item, act, now, resolution, commentId);
  const applied: Applied = { approvalId, item: { ...item, state }, effects, visit, act };
  await saveApproval(tx, approvalId, applied.item, now);
  if (staysOpen(applied)) await adjustVisit({ tx, process, now }, visit, effects, act);
  return { approvalId, outcome: state.status, changed: effects.length > 0, part: { ...partOf(applied), audit: [auditOf(applied, act, comment)] } };
}

/** The submitter hands in again after a return. `flags` and `payload` may have changed with the content. */
export async function resubmitApproval({ tx, now }: ProcessContext, approvalId: string, again: { actorId: string; flags?: Record<string, boolean>; payload?: Record<string, unknown> }): Promise<ApprovalStep> {
  const before = await loadApproval(tx, approvalId);
  const resolution = await resolveApprovers(tx, before.definition, before.scope, now, [...before.state.subjectIds, again.actorId]);
  const { state, effects } = accepted(apply(before.definition, before.state, { type: 'resubmit', at: now, actorId: again.actorId, resolution, flags: again.flags ?? {} }));
  const item: ApprovalCase = { ...before, payload: { ...before.payload, ...again.payload }, state };
  await saveApproval(tx, approvalId, item, now);
  const part = partOf({ approvalId, item, effects, visit: null });
  return { approvalId, outcome: state.status, changed: true, part: { ...part, audit: [{ action: 'approval.resubmitted', object: approvalId, after: { flags: state.flags, submission: state.submissions } }] } };
}

/** Everybody whose managers or presence matter for this act. */
function partiesOf({ state }: ApprovalCase, act: ApprovalAct): string[] {
  const named = act.type === 'reassign' ? [act.toId] : [];
  return [...new Set([...state.subjectIds, ...(state.submitterId ? [state.submitterId] : []), ...openTasks(state).map((task) => task.personId), ...named])];
}

/** The visit goes on: its deadline moves, or somebody's task falls away without a substitute. */
async function adjustVisit({ tx, now }: ProcessContext, visit: VisitRow, effects: readonly ApprovalEffect[], act: ApprovalAct): Promise<void> {
  for (const effect of effects) {
    if (effect.type === 'closeTask' && effect.reason !== 'decided' && act.type !== 'approve')
      await tx.run(sql`update tasks set state = 'notNeeded', decided_at = ${now} where visit_id = ${visit.id} and assignee_id = ${effect.personId} and state = 'open'`);
  }
  const rearm = effects.find((effect) => effect.type === 'rearm');
  if (rearm?.type === 'rearm') await moveDeadline(tx, visit.id, await firstAssignee({ tx, visit }), now, { duration: rearm.duration });
}

async function firstAssignee({ tx, visit }: { tx: ProcessContext['tx']; visit: VisitRow }): Promise<string | null> {
  const row = await tx.one(sql<{ id: string }>`select assignee_id as id from tasks where visit_id = ${visit.id} and state = 'open' order by created_at, id limit 1`);
  return row?.id ?? visit.subjectId;
}

function auditOf({ item, approvalId, visit }: Applied, act: ApprovalAct, comment: string | undefined): AuditSpec {
  const after = { node: visit?.node ?? null, status: item.state.status, waiting: openTasks(item.state).map((task) => task.personId) };
  const ownerId = 'actorId' in act ? act.actorId : undefined;
  return { action: `approval.${act.type}`, object: approvalId, after, ...(comment && ownerId ? { texts: { comment: { body: comment, ownerId } } } : {}) };
}

function approvalOf(visit: VisitRow): string {
  if (!visit.approvalId) throw new Error(`Visit ${visit.id} belongs to no approval`);
  return visit.approvalId;
}
