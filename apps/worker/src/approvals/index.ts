/**
 * Approvals inside a process: the pure engine (`@fairmark/domain/approval`) decides, these functions carry out.
 *
 * - `startApproval` opens a case; `applyApproval` applies a decision, deadline or reassignment; `resubmitApproval` hands in again after a return.
 * - Each answers `{ approvalId, outcome, part }`. Merge `part` into the transition (`withApproval`) and act on `outcome`.
 * - A step that opens approval visits needs in its handlers: actions that call `applyApproval(context, context.visit, { type: 'approve', … })`, and
 *   `expire: { step: approvalExpiry }`, so that deadlines go through the engine and never through the general escalation.
 * - Every entry to a node, and every change of who has to act in it, is a visit of its own with `approvalId` and `node`.
 */
export { applyApproval, resubmitApproval } from './apply.js';
export { startApproval } from './start.js';
export { approvalExpiry, withApproval } from './merge.js';
export type { ApprovalAct, ApprovalOutcome, ApprovalPart, ApprovalRequest, ApprovalStep } from './request.js';
