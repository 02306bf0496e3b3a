import { GoalChange } from '@fairmark/contracts/goals';
import type { Transition } from '@fairmark/domain/process';
import { insertComment } from '@fairmark/persistence/approvals';
import { lastGoalSheet } from '@fairmark/persistence/goals';
import type { DecisionContext } from '../processes/index.js';
import { loadReview } from '../reviews/review.js';
import { freeze } from './agree.js';
import { waiting } from './approval.js';
import { putForward } from './forward.js';

/** The next-level manager has heard both and decides: recorded as decided, not as agreed. */
export async function decideGoals(context: DecisionContext): Promise<Transition> {
  const { tx, visit, actorId, process, now } = context;
  const { reason, ...proposal } = GoalChange.parse(context.body);
  const review = await loadReview(tx, process.refId);
  const on = (await lastGoalSheet(tx, review.id, ['edit', 'draft'])) ?? (await waiting(context, review));
  const decided = await putForward(context, review, { source: 'arbitration', on, proposal, reason });
  await insertComment(tx, { workflowId: process.workflowId, visitId: visit.id, authorId: actorId, kind: 'arbitration', body: reason }, now);
  return freeze(context, review, decided, 'decided', {
    outcome: 'decided', close: [{ visitId: visit.id, outcome: 'decided', by: actorId }],
    audit: [{ action: 'goals.decided', object: decided.id, texts: { reason: { body: reason, ownerId: actorId } } }],
    notices: [{ employeeId: review.employeeId, kind: 'goals.decided', link: `/reviews/${review.id}` }],
  });
}
