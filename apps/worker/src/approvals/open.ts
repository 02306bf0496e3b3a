import type { Transition } from '@fairmark/domain/process';
import { loadRequest, requestFlags, type ApprovalRequestRow } from '@fairmark/persistence/approvals';
import { Refusal, type ProcessContext } from '../processes/index.js';
import { withApproval } from './merge.js';
import { processHost } from './processHost.js';
import { effectsOf } from './purposes/index.js';
import { startApproval } from './start.js';

/** The first nodes open. What was looked at when it was submitted may have changed since: then it ends as refused, and who asked is told why. */
export async function open(context: ProcessContext): Promise<Transition> {
  const request = await loadRequest(context.tx, context.process.refId);
  try {
    return await begin(context, request);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { audit, ...effects } = await effectsOf(request.purpose).onRejected(context, request);
    const notice = { employeeId: request.submitterId, kind: 'approval.refused', link: `/approvals/${request.id}` };
    return {
      ...effects, outcome: 'refused', details: { code: error.code }, finish: { outcome: 'refused' }, notices: [...(effects.notices ?? []), notice],
      audit: [{ action: 'approval.refused', object: request.id, after: { code: error.code } }, ...audit],
    };
  }
}

async function begin(context: ProcessContext, request: ApprovalRequestRow): Promise<Transition> {
  const { id, purpose, subjectId, submitterId, departmentId, about, fields, chosen } = request;
  const planVersionId = typeof about['planVersionId'] === 'string' ? about['planVersionId'] : null;
  const step = await startApproval(context, {
    id, purpose, step: 'approval', scope: { subjectId, departmentId, planVersionId, chosen }, subjectIds: subjectId ? [subjectId] : [], submitterId, fields, flags: await requestFlags(context.tx, request), payload: { requestId: id },
  });
  const opened: Transition = { outcome: 'opened', step: 'approving', audit: [] };
  if (!step.ended || step.outcome === 'running') return withApproval(opened, step.part);
  const ended = await processHost.ended(context, { outcome: step.outcome, approvalId: id, item: step.item, visit: null, actorId: null, comment: undefined, undo: false });
  return withApproval({ ...opened, ...ended }, step.part);
}
