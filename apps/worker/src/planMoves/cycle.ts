import { CycleErrors, planMoveErrors } from '@fairmark/contracts/errors';
import { MovePlan, RevertPlanMove } from '@fairmark/contracts/planMoves';
import { recordHrAct, signalAll, targetReviews } from '@fairmark/persistence/cycles';
import { sql } from '@fairmark/persistence/database';
import { markReverted, mayMoveTo, revertable, storePlanMove } from '@fairmark/persistence/planMoves';
import { freezeVersion } from '@fairmark/persistence/plans';
import { cycleOf } from '../cycles/access.js';
import type { Bulk } from '../cycles/bulk.js';
import { refuse, type ProcessContext } from '../processes/index.js';

/** Running reviews move to another version of their plan. Each carries out its own part in its own transaction and writes the result down, so that an interrupted move goes on. */
export const movePlan: Bulk = {
  act: 'movePlan',
  async people(context, { actorId, body }) {
    const { planVersionId, target } = MovePlan.parse(body);
    await mayMoveTo(context.tx, await cycleOf(context), planVersionId);
    const reviews = await targetReviews(context.tx, { cycleId: context.process.refId, actorId, target });
    return reviews.length === 0 ? refuse(CycleErrors.nobodyConcerned) : reviews.length;
  },
  async apply({ tx, process, now }, { actorId, confirmedBy, body }) {
    const move = MovePlan.parse(body);
    const reviews = await targetReviews(tx, { cycleId: process.refId, actorId, target: move.target });
    await freezeVersion(tx, move.planVersionId, actorId, now);
    const moveId = await storePlanMove(tx, move, { cycleId: process.refId, actorId, confirmedBy, at: now }, reviews.map((review) => review.reviewId));
    await signalAll(tx, reviews.map((review) => review.workflowId), { name: 'planMove', actorId, body: { moveId } });
    const after = { moveId, planVersionId: move.planVersionId, choice: move.choice, people: reviews.length, confirmedBy };
    await recordHrAct(tx, { cycleId: process.refId, reviewId: null, act: 'movePlan', actorId, confirmedBy, reason: move.reason, detail: { ...after, target: move.target.kind }, at: now });
    return { outcome: 'planMoved', details: { moveId, people: reviews.length }, audit: [{ action: 'cycle.planMoved', object: process.refId, after, texts: { reason: { body: move.reason, ownerId: actorId } } }] };
  },
};

/** A move is taken back for everybody whose next step has not opened. */
export const revertPlanMove: Bulk = {
  act: 'revertPlanMove',
  async people(context, { actorId, body }) {
    const { moveId } = RevertPlanMove.parse(body);
    await mustBeOfCycle(context, moveId);
    const reviews = await revertableBy(context, moveId, actorId);
    return reviews.length === 0 ? refuse(planMoveErrors.nothingToRevert) : reviews.length;
  },
  async apply(context, { actorId, confirmedBy, body }) {
    const { tx, process, now } = context;
    const { moveId, reason } = RevertPlanMove.parse(body);
    const reviews = await revertableBy(context, moveId, actorId);
    await markReverted(tx, moveId, { actorId, reason, at: now });
    await signalAll(tx, reviews.map((review) => review.workflowId), { name: 'planMoveReverted', actorId, body: { moveId, actorId, reason } });
    const after = { moveId, people: reviews.length, confirmedBy };
    await recordHrAct(tx, { cycleId: process.refId, reviewId: null, act: 'revertPlanMove', actorId, confirmedBy, reason, detail: after, at: now });
    return { outcome: 'planMoveReverted', details: after, audit: [{ action: 'cycle.planMoveReverted', object: process.refId, after, texts: { reason: { body: reason, ownerId: actorId } } }] };
  },
};

/** Whoever takes a move back does so for whom they might have moved: people of their scope, never themselves. */
async function revertableBy({ tx, process }: ProcessContext, moveId: string, actorId: string): Promise<{ reviewId: string; workflowId: string }[]> {
  const theirs = new Set((await targetReviews(tx, { cycleId: process.refId, actorId, target: { kind: 'all' } })).map((review) => review.reviewId));
  return (await revertable(tx, moveId)).filter((review) => theirs.has(review.reviewId));
}

async function mustBeOfCycle({ tx, process }: ProcessContext, moveId: string): Promise<void> {
  if (!(await tx.one(sql`select 1 from plan_moves where id = ${moveId} and cycle_id = ${process.refId}`))) refuse(planMoveErrors.unknownMove, { moveId });
}
