import type { SubmitApproval } from '@fairmark/contracts/approvals';
import { accessErrors, ApprovalStoreErrors, processErrors } from '@fairmark/contracts/errors';
import { mayExtendAlone } from '@fairmark/domain/approval';
import { relationsTo } from '@fairmark/persistence/access';
import type { NewApprovalRequest } from '@fairmark/persistence/approvals';
import { sql, type Executor } from '@fairmark/persistence/database';
import { ApiError } from '../../problems/index.js';

interface Found {
  workflowId: string;
  employeeId: string;
  departmentId: string;
  state: 'open' | 'closed';
}

/** More time for one step of a review than HR gives alone. HR of the person's department asks; never in their own case. */
export async function extensionRequest(tx: Executor, { visitId, by, reason, fields = {}, chosen = {} }: Extract<SubmitApproval, { purpose: 'deadlineExtension' }>, actorId: string): Promise<NewApprovalRequest> {
  const found = await tx.one(sql<Found>`
    select v.workflow_id as "workflowId", r.employee_id as "employeeId", r.department_id as "departmentId", v.state from visits v join reviews r on r.workflow_id = v.workflow_id where v.id = ${visitId}`);
  if (!found) throw new ApiError(processErrors.unknownVisit);
  const { relations } = await relationsTo(tx, actorId, 'visit', visitId);
  if (!relations.has('hr') || relations.has('self')) throw new ApiError(accessErrors.denied);
  if (found.state === 'closed') throw new ApiError(processErrors.alreadyDecided);
  if (mayExtendAlone(by)) throw new ApiError(ApprovalStoreErrors.withinLimit);
  return { purpose: 'deadlineExtension', subjectId: found.employeeId, submitterId: actorId, departmentId: found.departmentId, about: { visitId, workflowId: found.workflowId, by }, fields, chosen, reason };
}
