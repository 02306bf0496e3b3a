import { GoalProposal } from '@fairmark/contracts/goals';
import { NO_GOALS } from '@fairmark/domain/goals';
import type { Transition } from '@fairmark/domain/process';
import { abandonApproval } from '@fairmark/persistence/approvals';
import { lastGoalSheet } from '@fairmark/persistence/goals';
import type { DecisionContext } from '../processes/index.js';
import { loadReview } from '../reviews/review.js';
import { figuresOf, putForward } from './forward.js';
import { objectionVisit, submitForSecondOpinion } from './submission.js';

/** The manager drafts goals. Targets outside the realism band see a second approver first; then the employee may object. */
export async function submitDraft(context: DecisionContext): Promise<Transition> {
  const { tx, visit, actorId, process, now } = context;
  const review = await loadReview(tx, process.refId);
  const former = await lastGoalSheet(tx, review.id, ['draft']);
  const sheet = await putForward(context, review, { source: 'draft', on: former ?? NO_GOALS, proposal: GoalProposal.parse(context.body), reason: null });
  const { approvalId } = visit.payload;
  if (sheet.flags.length > 0) return submitForSecondOpinion(context, review, sheet, 'goalApproval', approvalId);
  if (typeof approvalId === 'string') await abandonApproval(tx, approvalId, 'notNeeded', now);
  return {
    outcome: 'drafted', details: { goalSheetId: sheet.id }, close: [{ visitId: visit.id, outcome: 'drafted', by: actorId }], open: [await objectionVisit(context, review)],
    audit: [{ action: 'goals.drafted', object: sheet.id, after: figuresOf(sheet) }],
  };
}
