import type { Transition } from '@fairmark/domain/process';
import type { VisitContext } from '../processes/index.js';
import { applyApproval } from './apply.js';
import type { ApprovalPart } from './request.js';

/** A transition together with what the approval accounts for. */
export function withApproval(transition: Transition, part: ApprovalPart): Transition {
  return {
    ...transition,
    close: [...part.close, ...(transition.close ?? [])],
    decided: [...part.decided, ...(transition.decided ?? [])],
    open: [...part.open, ...(transition.open ?? [])],
    notices: [...part.notices, ...(transition.notices ?? [])],
    audit: [...part.audit, ...transition.audit],
  };
}

/** `expire` of a step whose visits belong to approvals that never end by time-out: the engine's policy acts, somebody always keeps the task. */
export async function approvalExpiry(context: VisitContext): Promise<Transition> {
  const { part } = await applyApproval(context, context.visit, { type: 'timeout' });
  return withApproval({ outcome: 'expired', audit: [] }, part);
}
