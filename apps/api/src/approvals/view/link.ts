import type { ApprovalCase, ApprovalHead } from '@fairmark/persistence/approvals';
import { processLink } from '@fairmark/persistence/process';

/** Page of the matter itself, inside the application, for whoever may read the case: the plan page is for those who answer for plans, so a case shows its own version. */
export function linkOf({ kind, refId, purpose }: ApprovalHead, { scope }: ApprovalCase): string | null {
  if (kind !== 'approval') return processLink(kind, refId);
  return purpose === 'planVersion' && scope.planVersionId ? `/approvals/${refId}/plan` : null;
}
