import { openTasks, type ApprovalEffect } from '@fairmark/domain/approval';
import type { AuditSpec } from '@fairmark/domain/process';
import { localDateOf } from '@fairmark/domain/calendar';
import { activity, insertComment, loadApproval, resolveApprovers, saveApproval, type ApprovalCase } from '@fairmark/persistence/approvals';
import { calendarOf } from '@fairmark/persistence/calendar';
import type { VisitRow } from '@fairmark/persistence/process';
import type { ProcessContext } from '../processes/index.js';
import { carryOut, type Applied } from './carryOut.js';
import { attempt, run } from './events.js';
import { keepEntry } from './record.js';
import type { ApprovalAct, ApprovalStep } from './request.js';

/**
 * Applies what happened to a case: an act of a person, a passed deadline (`{ type: 'timeout' }`, from the step's `expire`), or a change in the organisation. `at` is
 * the visit in which it happened; the id of the case for acts on the whole of it. Call it once per transition and merge `part`; look at `outcome` to see whether
 * the case goes on.
 *
 * Whether the actor may act is checked before (assignee, not the subject); the engine checks again and refuses with `APPROVAL.*`.
 */
export async function applyApproval(context: ProcessContext, at: VisitRow | string, act: ApprovalAct): Promise<ApprovalStep> {
  const { tx, now, process } = context;
  const visit = typeof at === 'string' ? null : at;
  const approvalId = typeof at === 'string' ? at : approvalOf(at);
  const before = await loadApproval(tx, approvalId);
  const comment = 'comment' in act ? act.comment : undefined;
  const commentId = comment && 'actorId' in act ? await insertComment(tx, { workflowId: process.workflowId, visitId: visit?.id ?? null, authorId: String(act.actorId), kind: act.type, body: comment }, now) : undefined;
  const applied: Applied = { approvalId, before, ...(await decided(context, before, act, visit, commentId)), visit, act };
  const { item, effects } = applied;
  const changed = effects.length > 0 || act.type === 'read';
  const step = { approvalId, outcome: item.state.status, changed, ...consequences(effects), item };
  if (!changed && (act.type === 'organisationChanged' || act.type === 'handOver')) return { ...step, part: { close: [], decided: [], open: [], notices: [], audit: [] } };
  await saveApproval(tx, approvalId, item, now);
  const part = await carryOut(context, applied);
  await keepEntry(context, applied, commentId ?? null);
  return { ...step, part: { ...part, audit: [auditOf(applied, comment)] } };
}

/**
 * What the engine makes of an act. A decision that asks nobody new needs nothing from the organisation: of fifty people who countersign in the same second, forty-nine
 * are done without looking anybody up. Whoever is asked because of it is found in the organisation as of now.
 */
async function decided(context: ProcessContext, before: ApprovalCase, act: ApprovalAct, visit: VisitRow | null, commentId: string | undefined): Promise<Pick<Applied, 'item' | 'effects'>> {
  const { tx, now } = context;
  const asItStands = act.type === 'approve' || act.type === 'reject' ? attempt(before, act, { at: now, commentId, visit, people: [] }) : undefined;
  if (asItStands && !asItStands.effects.some((effect) => effect.type === 'openTask' || effect.type === 'copy')) return { item: { ...before, state: asItStands.state }, effects: asItStands.effects };
  const scope = scopeAfter(before, act);
  const resolution = await resolveApprovers(tx, before.definition, scope, now, partiesOf(before, act));
  const today = localDateOf(now, (await calendarOf(tx, scope.subjectId)).zone);
  const { state, effects } = run(before, act, { at: now, resolution, commentId, visit, people: await activity(tx, namedBy(act), today) });
  return { item: { ...before, scope, state }, effects };
}

/** What the matter has to follow. */
function consequences(effects: readonly ApprovalEffect[]): Pick<ApprovalStep, 'ended' | 'awaits' | 'undo'> {
  const ended = effects.some((effect) => effect.type === 'finished');
  const awaits = effects.find((effect) => effect.type === 'awaitResubmission');
  return { ended, awaits: !ended && awaits?.type === 'awaitResubmission' ? awaits.personId : null, undo: effects.some((effect) => effect.type === 'undo') };
}

/** Whom the submitter chose may change with a new submission. */
function scopeAfter({ scope }: ApprovalCase, act: ApprovalAct): ApprovalCase['scope'] {
  return act.type === 'resubmit' && act.chosen ? { ...scope, chosen: { ...scope.chosen, ...act.chosen } } : scope;
}

/** People whom an act brings into the case. */
function namedBy(act: ApprovalAct): string[] {
  if ('personIds' in act) return act.personIds;
  return 'toId' in act && act.toId !== null ? [act.toId] : [];
}

/** Everybody whose managers or presence matter for this act. */
function partiesOf({ state }: ApprovalCase, act: ApprovalAct): string[] {
  const acting = 'actorId' in act && act.actorId !== null ? [act.actorId] : [];
  return [...new Set([...state.subjectIds, ...(state.submitterId ? [state.submitterId] : []), ...openTasks(state).map((task) => task.personId), ...namedBy(act), ...acting])];
}

function auditOf({ item, approvalId, visit, act }: Applied, comment: string | undefined): AuditSpec {
  const after = { node: visit?.node ?? null, status: item.state.status, waiting: openTasks(item.state).map((task) => task.personId) };
  const ownerId = act && 'actorId' in act ? act.actorId : null;
  return { action: `approval.${act?.type ?? 'submitted'}`, object: approvalId, after, ...(comment && ownerId ? { texts: { comment: { body: comment, ownerId } } } : {}) };
}

function approvalOf(visit: VisitRow): string {
  if (!visit.approvalId) throw new Error(`Visit ${visit.id} belongs to no approval`);
  return visit.approvalId;
}
