import { Duration } from '@fairmark/contracts/common';
import { ExtendVisit, type DeadlineWish } from '@fairmark/contracts/cycles';
import { hrErrors } from '@fairmark/contracts/errors';
import { mayExtendAlone, mayMoveAlone } from '@fairmark/domain/approval';
import type { Transition } from '@fairmark/domain/process';
import { recordHrAct } from '@fairmark/persistence/cycles';
import { moveVisit } from '@fairmark/persistence/deadlines';
import { loadVisit } from '@fairmark/persistence/process';
import { moveOne, moveShare, type MovedVisit } from '../deadlines/carryOut.js';
import { refuse, type DecisionContext, type EventContext, type ProcessContext } from '../processes/index.js';
import { loadReview, type Review } from '../reviews/review.js';
import { concerned } from './concerned.js';
import { mustWaitForPeople, visitOf } from './visit.js';

interface Extension {
  wish: DeadlineWish;
  reason: string;
  actorId: string;
  confirmedBy: string | null;
}

/** The deadline of one visit moves. */
export async function extend(context: DecisionContext): Promise<Transition> {
  const body = ExtendVisit.parse(context.body);
  const visit = await visitOf(context, body.visitId);
  mustWaitForPeople(visit);
  if (body.by ? !mayExtendAlone(body.by) : body.to !== undefined && !mayMoveAlone(visit.dueAt, body.to)) refuse(hrErrors.extensionNeedsApproval, { visitId: visit.id });
  const moved = await moveOne(context, visit, body);
  return extended(context, await loadReview(context.tx, context.process.refId), [moved], { wish: { by: body.by, to: body.to }, reason: body.reason, actorId: context.actorId, confirmedBy: null });
}

/** The review's share of a move of many deadlines. Null when it has moved on meanwhile. */
export async function extendByEvent(context: EventContext): Promise<Transition | null> {
  const share = await moveShare(context);
  if (!share || share.moved.length === 0) return null;
  return extended(context, await loadReview(context.tx, context.process.refId), share.moved, share.move);
}

/** More time than HR gives alone, after it was approved. Null when the step has moved on meanwhile. */
export async function extendAfterApproval(context: EventContext): Promise<Transition | null> {
  const { tx, process, body, now } = context;
  const visit = await loadVisit(tx, String(body['visitId']));
  if (!visit || visit.workflowId !== process.workflowId || visit.state === 'closed') return null;
  const by = Duration.parse(body['by']);
  const approved = { reason: String(body['reason']), actorId: String(body['askedBy']), confirmedBy: (body['approvedBy'] as string | null) ?? null };
  const result = await moveVisit(tx, visit, { by }, now, { cause: 'hr', at: now, ...approved });
  if (result.kept !== null) return null;
  return extended(context, await loadReview(tx, process.refId), [{ visit, before: result.from, dueAt: result.to }], { wish: { by }, ...approved });
}

async function extended({ tx, now }: ProcessContext, review: Review, moved: readonly MovedVisit[], { wish, reason, actorId, confirmedBy }: Extension): Promise<Transition> {
  const detail = { ...(wish.by ? { by: wish.by } : { to: wish.to }), steps: moved.map(({ visit }) => visit.step), dueAt: moved[0]?.dueAt ?? null };
  await recordHrAct(tx, { cycleId: review.cycleId, reviewId: review.id, act: 'extend', actorId, confirmedBy, reason, detail, at: now });
  return {
    outcome: 'extended', details: { dueAt: moved[0]?.dueAt ?? null },
    notices: await concerned(tx, review, moved.map(({ visit }) => visit), 'hr.extended'),
    audit: [{ action: 'hr.extended', object: review.id, before: moved.map(({ visit, before }) => ({ visitId: visit.id, dueAt: before })), after: { visits: moved.map(({ visit, dueAt }) => ({ visitId: visit.id, dueAt })), confirmedBy }, texts: { reason: { body: reason, ownerId: review.employeeId } } }],
  };
}
