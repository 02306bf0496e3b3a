import type { Transition } from '@fairmark/domain/process';
import { abandonApproval } from '@fairmark/persistence/approvals';
import { openGoalSheet, settleGoalSheet } from '@fairmark/persistence/goals';
import { openVisits } from '@fairmark/persistence/process';
import type { VisitContext } from '../processes/index.js';
import { leadingTo } from '../reviews/enter.js';
import { loadReview } from '../reviews/review.js';
import { enterSelfReview } from '../selfReview/enter.js';

/** The last day is over: changes that nobody decided lapse, and the self-review begins. */
export async function periodEnded(context: VisitContext): Promise<Transition> {
  const { tx, now, process } = context;
  const review = await loadReview(tx, process.refId);
  const visits = await openVisits(tx, process.workflowId);
  const change = await openGoalSheet(tx, review.id);
  if (change) await settleGoalSheet(tx, change.id, 'lapsed', now);
  for (const { approvalId } of visits) if (approvalId) await abandonApproval(tx, approvalId, 'lapsed', now);
  const ended: Transition = {
    outcome: 'periodEnded', close: visits.map((visit) => ({ visitId: visit.id, outcome: 'periodEnded' })),
    audit: [{ action: 'review.periodEnded', object: review.id, after: { lapsedChange: change?.no ?? null } }],
  };
  return leadingTo(ended, await enterSelfReview(context, review));
}
