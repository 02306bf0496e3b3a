import { startInstance } from '@fairmark/domain/approval';
import { insertApproval, resolveApprovers, type ApprovalCase } from '@fairmark/persistence/approvals';
import type { ProcessContext } from '../processes/index.js';
import { accepted } from './events.js';
import { partOf } from './part.js';
import type { ApprovalRequest, ApprovalStep } from './request.js';

/**
 * Submits a case: finds the approvers in the organisation as of now, enters the first node and says which visit opens. Merge `part` into the transition of the
 * decision that submits.
 *
 * Refuses with the engine's codes: `APPROVAL.INVALID_DEFINITION`, and `APPROVAL.NO_OWNER` when not even a process administrator could act.
 */
export async function startApproval({ tx, process, now }: ProcessContext, request: ApprovalRequest): Promise<ApprovalStep> {
  const { definition, step, scope, subjectIds, submitterId, excludedIds = [], flags = {}, payload = {} } = request;
  const parties = [...subjectIds, ...(submitterId ? [submitterId] : []), ...excludedIds];
  const resolution = await resolveApprovers(tx, definition, scope, now, parties);
  const { state, effects } = accepted(startInstance(definition, { subjectIds, submitterId, excludedIds, flags, at: now, resolution }));
  const item: ApprovalCase = { definition, step, scope, payload, state };
  const approvalId = await insertApproval(tx, process.workflowId, item, now);
  const part = partOf({ approvalId, item, effects, visit: null });
  return { approvalId, outcome: state.status, changed: true, part: { ...part, audit: [{ action: 'approval.submitted', object: approvalId, after: { definition: definition.id, version: definition.version, flags, submitterId } }] } };
}
