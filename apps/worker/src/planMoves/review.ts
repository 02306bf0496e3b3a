import type { Transition } from '@fairmark/domain/process';
import { planMoveOf, planMoveOutlook, replaceWaiting, setPlanVersion, settlePlanMove, type PlanMoveRow } from '@fairmark/persistence/planMoves';
import { concerned } from '../hr/concerned.js';
import type { EventContext } from '../processes/index.js';
import type { ReviewPart } from '../reviews/handlers.js';
import { loadReview, type Review } from '../reviews/review.js';
import { keep, moveAudit, rememberMove, underVersion } from './effects.js';
import { beginAgain, openIn } from './restart.js';

/** A review's share of a move. Null when it was told before, or the move was taken back meanwhile. */
async function moved(context: EventContext): Promise<Transition | null> {
  const { tx, process, body, now } = context;
  const move = await planMoveOf(tx, String(body['moveId']), process.refId);
  if (move?.item.state !== 'pending') return null;
  const review = await loadReview(tx, process.refId);
  const outlook = await planMoveOutlook(tx, { ...review, step: process.step }, move);
  const stays = move.choice === 'stay' && (!('kept' in outlook) || outlook.kept === 'noSheet' || outlook.kept === 'personalGoals');
  if (!stays && 'kept' in outlook) return { outcome: 'planMoveKept', ...(await keep(context, review, move, outlook.kept)) };
  await replaceWaiting(tx, review.id, now);
  await rememberMove(context, review, move, 'movePlan');
  if (stays || 'kept' in outlook) return stayed(context, review, move);
  return move.choice === 'nextStep' ? planned(context, review, move) : restarted(context, review, move, outlook.sheet);
}

async function stayed({ tx, now, process }: EventContext, review: Review, move: PlanMoveRow): Promise<Transition> {
  await settlePlanMove(tx, move.id, review.id, { state: 'stayed', step: process.step }, now);
  return { outcome: 'planStayed', audit: [moveAudit('planStayed', review, move, review.planVersionId, review.planVersionId)] };
}

async function planned(context: EventContext, review: Review, move: PlanMoveRow): Promise<Transition> {
  const { tx, now, process } = context;
  await settlePlanMove(tx, move.id, review.id, { state: 'waiting', step: process.step }, now);
  return {
    outcome: 'planMovePlanned', notices: await concerned(tx, review, await openIn(context), 'hr.planMovePlanned'),
    audit: [moveAudit('planMovePlanned', review, move, review.planVersionId, move.planVersionId)],
  };
}

async function restarted(context: EventContext, review: Review, move: PlanMoveRow, sheet: NonNullable<Review['sheet']>): Promise<Transition> {
  const visits = await openIn(context);
  const notices = await concerned(context.tx, review, visits, 'hr.planMoved');
  const under = await underVersion(context, review, move, sheet, context.process.step);
  return beginAgain(context, under, visits, { outcome: 'planMoved', notices, audit: [moveAudit('planMoved', review, move, review.planVersionId, move.planVersionId)] });
}

/** Takes a review's share of a move back. Null when its next step has opened, or there is nothing to take back. */
async function reverted(context: EventContext): Promise<Transition | null> {
  const { tx, process, body, now } = context;
  const move = await planMoveOf(tx, String(body['moveId']), process.refId);
  if (!move) return null;
  const review = await loadReview(tx, process.refId);
  const by = { actorId: String(body['actorId']), reason: String(body['reason']) };
  const { state, step, fromVersionId, fromSheet } = move.item;
  if (state === 'pending' || state === 'waiting') {
    await settlePlanMove(tx, move.id, review.id, { state: 'reverted' }, now);
    await rememberMove(context, review, move, 'revertPlanMove', by);
    return { outcome: 'planMoveReverted', notices: await concerned(tx, review, await openIn(context), 'hr.planMoveReverted'), audit: [revertAudit(review, move, review.planVersionId, by.reason)] };
  }
  if (state !== 'applied' || move.choice !== 'restart' || step !== process.step || review.planVersionId !== move.planVersionId || !fromVersionId) return null;
  const visits = await openIn(context);
  const notices = await concerned(tx, review, visits, 'hr.planMoveReverted');
  await setPlanVersion(tx, review.id, fromVersionId, fromSheet);
  await settlePlanMove(tx, move.id, review.id, { state: 'reverted' }, now);
  await rememberMove(context, review, move, 'revertPlanMove', by);
  return beginAgain(context, await loadReview(tx, review.id), visits, { outcome: 'planMoveReverted', notices, audit: [revertAudit(review, move, fromVersionId, by.reason)] });
}

const revertAudit = (review: Review, move: PlanMoveRow, to: string, reason: string) => ({ ...moveAudit('planMoveReverted', review, move, review.planVersionId, to), texts: { reason: { body: reason, ownerId: review.employeeId } } });

/** What a review does with moves to another plan version. */
export const planMovesPart: ReviewPart = { actions: {}, expire: {}, events: { planMove: moved, planMoveReverted: reverted } };
