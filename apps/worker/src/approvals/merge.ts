import type { Transition } from '@fairmark/domain/process';
import type { VisitContext } from '../processes/index.js';
import { actInApproval, type ApprovalHost } from './host.js';
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

/** `expire` of a step whose visits belong to approvals: the policy of the node acts, somebody always keeps the task. */
export const approvalExpiry =
  (host: ApprovalHost) =>
  (context: VisitContext): Promise<Transition> =>
    actInApproval(context, host, context.visit, { type: 'timeout' });
