import { ApprovalStoreErrors } from '@fairmark/contracts/errors';
import { startInstance } from '@fairmark/domain/approval';
import { openRequestAbout, prepareCase, requestFlags, submitRequest, type NewApprovalRequest } from '@fairmark/persistence/approvals';
import { appendAudit } from '@fairmark/persistence/audit';
import type { Executor } from '@fairmark/persistence/database';
import { ApiError } from '../../problems/index.js';

/**
 * Starts a case that is a process of its own. The engine is asked first, as it will be when the process opens: a definition that cannot run, values that do not fit
 * the form and a case without anybody who could act are refused here, where somebody reads the answer.
 *
 * @throws {ApiError} `APPROVAL_STORE.ALREADY_ASKED`, or what the engine refuses
 */
export async function submitCase(tx: Executor, request: NewApprovalRequest): Promise<string> {
  const open = await openRequestAbout(tx, request.purpose, keyOf(request));
  if (open) throw new ApiError(ApprovalStoreErrors.alreadyAsked, { approvalId: open });
  const now = new Date().toISOString();
  await mustStart(tx, request, now);
  const id = await submitRequest(tx, request);
  const { purpose, about, reason, submitterId } = request;
  await appendAudit(tx, `approval/${id}`, { actorId: submitterId }, now, [{ action: 'approval.requested', object: id, after: { purpose, about }, ...(reason ? { texts: { reason: { body: reason, ownerId: submitterId } } } : {}) }]);
  return id;
}

/** What makes two requests the same thing: the visit, the plan version, the value. */
function keyOf({ about }: NewApprovalRequest): Record<string, unknown> {
  const { by: _by, workflowId: _workflowId, ...key } = about;
  return key;
}

async function mustStart(tx: Executor, request: NewApprovalRequest, now: string): Promise<void> {
  const { purpose, subjectId, departmentId, submitterId, fields, chosen, about } = request;
  const planVersionId = typeof about['planVersionId'] === 'string' ? about['planVersionId'] : null;
  const prepared = await prepareCase(tx, { purpose, scope: { subjectId, departmentId, planVersionId, chosen }, subjectIds: subjectId ? [subjectId] : [], submitterId, fields, flags: await requestFlags(tx, request) }, now);
  if (!prepared) throw new ApiError(ApprovalStoreErrors.unknownDefinition, { purpose });
  const result = startInstance(prepared.definition, prepared.submission);
  if (!result.ok) throw new ApiError(result.code, result.details);
}
