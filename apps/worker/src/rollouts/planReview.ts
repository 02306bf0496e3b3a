import { RolloutErrors } from '@fairmark/contracts/errors';
import { FIVE_REVIEWS } from '@fairmark/domain/rollouts';
import type { Transition } from '@fairmark/domain/process';
import { abandonApproval } from '@fairmark/persistence/approvals';
import { openVisits } from '@fairmark/persistence/process';
import { acceptDeliverable } from '@fairmark/persistence/rollouts';
import { startApproval, withApproval, type ApprovalHost } from '../approvals/index.js';
import { refuse, type DecisionContext } from '../processes/index.js';
import { stateOf } from './state.js';

/** The lead asks for the five reviews, which run in order beside the steps of the first phase. */
export async function requestPlanReview(context: DecisionContext): Promise<Transition> {
  const { tx, process, actorId } = context;
  const { rollout } = await stateOf(context);
  if (rollout.phase !== 'design') refuse(RolloutErrors.wrongPhase, { phase: rollout.phase });
  if ((await openVisits(tx, process.workflowId)).some((visit) => visit.step === 'planReview')) refuse(RolloutErrors.reviewsRunning);
  const step = await startApproval(context, { purpose: 'planReview', step: 'planReview', payload: { rolloutId: rollout.id }, scope: { subjectId: null, departmentId: null, rolloutId: rollout.id }, subjectIds: [], submitterId: actorId });
  return withApproval({ outcome: 'reviewsRequested', audit: [{ action: 'rollout.reviewsRequested', object: rollout.id }] }, step.part);
}

/** Approved they are a deliverable of the gate; otherwise the lead changes the plan and asks again. */
export const planReviewHost: ApprovalHost = {
  async ended(context, { outcome, approvalId, actorId }) {
    const { tx, now } = context;
    const { rollout } = await stateOf(context);
    if (outcome === 'returned') await abandonApproval(tx, approvalId, 'returned', now);
    await acceptDeliverable(tx, { rolloutId: rollout.id, phase: 'design' }, FIVE_REVIEWS, outcome === 'approved', actorId, now);
    return {
      outcome, audit: [{ action: 'rollout.reviewsEnded', object: rollout.id, after: { outcome } }],
      notices: [{ employeeId: rollout.leadId, kind: 'rollout.reviewsEnded', link: `/rollouts/${rollout.id}` }],
    };
  },
};
