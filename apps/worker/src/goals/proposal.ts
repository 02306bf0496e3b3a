import { GoalProposal } from '@fairmark/contracts/goals';
import { NO_GOALS } from '@fairmark/domain/goals';
import type { Transition } from '@fairmark/domain/process';
import { abandonApproval } from '@fairmark/persistence/approvals';
import { lastGoalSheet } from '@fairmark/persistence/goals';
import type { DecisionContext, VisitContext } from '../processes/index.js';
import { loadReview } from '../reviews/review.js';
import { putForward } from './forward.js';
import { draftingVisit, submit } from './submission.js';

/** The employee submits goals, the first time or after a return. */
export async function submitProposal(context: DecisionContext): Promise<Transition> {
  const review = await loadReview(context.tx, context.process.refId);
  const former = await lastGoalSheet(context.tx, review.id, ['proposal']);
  const sheet = await putForward(context, review, { source: 'proposal', on: former ?? NO_GOALS, proposal: GoalProposal.parse(context.body), reason: null });
  return submit(context, review, sheet, { again: context.visit.payload.approvalId });
}

/** Nothing submitted: the manager drafts. Rule (rules §3): the employee then has time to object. */
export async function nothingSubmitted(context: VisitContext): Promise<Transition> {
  const { tx, visit, now, process } = context;
  const { approvalId } = visit.payload;
  if (typeof approvalId === 'string') await abandonApproval(tx, approvalId, 'notResubmitted', now);
  const review = await loadReview(tx, process.refId);
  return {
    outcome: 'notSubmitted', close: [{ visitId: visit.id, outcome: 'notSubmitted' }], open: [await draftingVisit(context, review)],
    audit: [{ action: 'goals.notSubmitted', object: visit.id }],
  };
}
