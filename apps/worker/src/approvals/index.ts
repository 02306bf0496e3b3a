/**
 * Approvals inside a process: the pure engine (`@fairmark/domain/approval`) decides, these functions carry out.
 *
 * - `startApproval` opens a case with the definition in use for its purpose; `resubmitApproval` hands in again after a return.
 * - A matter says what follows from an outcome (`ApprovalHost`); `actInApproval` applies an act and lets the matter follow. `organisationInApproval` does so for a change of the organisation.
 * - A step that opens approval visits needs in its handlers: its own decisions (`actInApproval(context, host, context.visit, { type: 'approve', … })`), `...operatorActions(host)`, and
 *   `expire: { step: approvalExpiry(host) }`, so that deadlines go through the engine and never through the general escalation.
 * - Every entry to a node, and every complete change of who has to act in it, is a visit of its own with `approvalId` and `node`; branches that run side by side have visits side by side.
 */
export { applyApproval } from './apply.js';
export { resubmitApproval } from './resubmit.js';
export { startApproval } from './start.js';
export { actInApproval, organisationInApproval, type ApprovalHost, type Ended } from './host.js';
export { operatorActions } from './operators.js';
export { approvalExpiry, withApproval } from './merge.js';
export { approvalHandlers } from './process.js';
export type { ApprovalAct, ApprovalOutcome, ApprovalPart, ApprovalRequest, ApprovalStep } from './request.js';
