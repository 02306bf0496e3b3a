import { saveApproval } from '@fairmark/persistence/approvals';
import type { ProcessContext } from '../processes/index.js';
import { applyApproval } from './apply.js';
import type { ApprovalAct, ApprovalStep } from './request.js';

/** The submitter hands in again after a return. Flags, fields and `payload` may have changed with the content. */
export async function resubmitApproval(context: ProcessContext, approvalId: string, again: Omit<Extract<ApprovalAct, { type: 'resubmit' }>, 'type'> & { payload?: Record<string, unknown> }): Promise<ApprovalStep> {
  const { payload, ...act } = again;
  const step = await applyApproval(context, approvalId, { type: 'resubmit', ...act });
  if (!payload) return step;
  const item = { ...step.item, payload: { ...step.item.payload, ...payload } };
  await saveApproval(context.tx, approvalId, item, context.now);
  return { ...step, item, part: { ...step.part, open: step.part.open.map((spec) => ({ ...spec, payload: { ...spec.payload, ...payload } })) } };
}
