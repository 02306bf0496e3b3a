import type { SubmitApproval } from '@fairmark/contracts/approvals';
import { metricsErrors } from '@fairmark/contracts/errors';
import type { NewApprovalRequest } from '@fairmark/persistence/approvals';
import type { Executor } from '@fairmark/persistence/database';
import { hasRole } from '@fairmark/persistence/identity';
import { mustBeLow } from '@fairmark/persistence/metrics';
import { ApiError } from '../../problems/index.js';

/** Data below the needed quality are taken as they are for a department: HR in whose scope it is asks. */
export async function missingValueRequest(tx: Executor, body: Extract<SubmitApproval, { purpose: 'missingValue' }>, actorId: string): Promise<NewApprovalRequest> {
  const { indicatorId, subPeriod, departmentId, reason, fields = {}, chosen = {} } = body;
  if (!(await hasRole(tx, actorId, 'hr', departmentId))) throw new ApiError(metricsErrors.mayNotAccept, { as: 'hr' });
  await mustBeLow(tx, indicatorId, subPeriod);
  return { purpose: 'missingValue', subjectId: null, submitterId: actorId, departmentId, about: { indicatorId, subPeriod, departmentId }, fields, chosen, reason };
}
