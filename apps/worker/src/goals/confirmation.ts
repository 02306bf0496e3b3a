import { ObjectToGoals } from '@fairmark/contracts/goals';
import type { Transition } from '@fairmark/domain/process';
import { insertComment } from '@fairmark/persistence/approvals';
import { sql } from '@fairmark/persistence/database';
import { lastGoalSheet, settleGoalSheet } from '@fairmark/persistence/goals';
import type { DecisionContext, VisitContext } from '../processes/index.js';
import { loadReview, type Review } from '../reviews/review.js';
import { freeze } from './agree.js';
import { waiting } from './approval.js';
import { putForward } from './forward.js';
import { arbitrationVisit, draftingVisit, submit } from './submission.js';

/** Rule (rules §3): after two rounds without agreement the next-level manager decides. */
const ROUNDS = 2;

/** The employee agrees to edited or drafted goals. */
export async function acceptGoals(context: DecisionContext): Promise<Transition> {
  const { tx, visit, actorId, process } = context;
  const review = await loadReview(tx, process.refId);
  return freeze(context, review, await waiting(context, review), 'agreed', { outcome: 'accepted', close: [{ visitId: visit.id, outcome: 'accepted', by: actorId }], audit: [] });
}

/** The employee objects: a round without agreement. The second one goes to the next-level manager. */
export async function objectToGoals(context: DecisionContext): Promise<Transition> {
  const { tx, visit, actorId, process, now } = context;
  const { reason, proposal } = ObjectToGoals.parse(context.body);
  const review = await loadReview(tx, process.refId);
  const contested = await waiting(context, review);
  await insertComment(tx, { workflowId: process.workflowId, visitId: visit.id, authorId: actorId, kind: 'objection', body: reason }, now);
  await tx.run(sql`update reviews set goal_rounds = goal_rounds + 1 where id = ${review.id}`);
  const base: Transition = {
    outcome: 'objected', close: [{ visitId: visit.id, outcome: 'objected', by: actorId }],
    audit: [{ action: 'goals.objected', object: contested.id, after: { round: review.goalRounds + 1 }, texts: { reason: { body: reason, ownerId: actorId } } }],
  };
  const own = await lastGoalSheet(tx, review.id, ['proposal', 'counter']);
  const stands = proposal ? await putForward(context, review, { source: 'counter', on: contested, proposal, reason }) : own;
  if (review.goalRounds + 1 >= ROUNDS) return { ...base, open: [await arbitrationVisit(context, review)] };
  await settleGoalSheet(tx, contested.id, 'refused', now);
  if (!stands) return { ...base, open: [await draftingVisit(context, review, { objectedIn: visit.id })] };
  const counter = proposal ? stands : await putForward(context, review, { source: 'counter', on: stands, proposal: { items: [], personalGoals: stands.personalGoals }, reason });
  return joined(base, await submit(context, review, counter));
}

function joined(base: Transition, submitted: Transition): Transition {
  return { ...submitted, outcome: base.outcome, close: base.close ?? [], audit: [...base.audit, ...submitted.audit] };
}

/** No answer to edited goals: goals never pass by time-out, so the next-level manager decides. */
export async function confirmationExpired(context: VisitContext): Promise<Transition> {
  const { visit, tx, process } = context;
  const review = await loadReview(tx, process.refId);
  return { outcome: 'notConfirmed', close: [{ visitId: visit.id, outcome: 'notConfirmed' }], open: [await arbitrationVisit(context, review)], audit: [{ action: 'goals.notConfirmed', object: visit.id }] };
}

/** No objection to drafted goals in time: they stand as recorded, neither agreed nor decided. */
export async function notObjected(context: VisitContext): Promise<Transition> {
  const { visit, tx, process } = context;
  const review: Review = await loadReview(tx, process.refId);
  return freeze(context, review, await waiting(context, review), 'drafted', { outcome: 'notObjected', close: [{ visitId: visit.id, outcome: 'notObjected' }], audit: [] });
}
