import { ApprovalStoreErrors } from '@fairmark/contracts/errors';
import { planApprovalState, setPlanApproval } from '@fairmark/persistence/plans';
import { refuse, type ProcessContext } from '../../processes/index.js';
import type { ApprovalRequestRow } from '@fairmark/persistence/approvals';
import type { Effects, PurposeEffects } from './effects.js';

const versionOf = ({ about }: ApprovalRequestRow): string => String(about['planVersionId']);

async function move({ tx }: ProcessContext, request: ApprovalRequestRow, state: 'none' | 'approved' | 'rejected'): Promise<Effects> {
  await setPlanApproval(tx, versionOf(request), state);
  return { audit: [{ action: `plan.approval.${state}`, object: versionOf(request) }] };
}

/** A plan version: from then on cycles may use it, where the company asks for that. */
export const planVersion: PurposeEffects = {
  onApproved: (context, request) => move(context, request, 'approved'),
  onRejected: (context, request) => move(context, request, 'rejected'),
  async onWithdrawn(context, request, undo) {
    // What a cycle has frozen stays as it was approved.
    if (undo && (await planApprovalState(context.tx, versionOf(request))).frozen) refuse(ApprovalStoreErrors.cannotUndo);
    return move(context, request, 'none');
  },
};
