import { ApprovalDefinition, type ApprovalPurpose } from '@fairmark/contracts/approvals';
import type { Finding } from '@fairmark/contracts/cycles';
import { CycleErrors } from '@fairmark/contracts/errors';
import { shippedFor } from '@fairmark/domain/approval';
import { definitionInUse, expandStored } from '../approvals/index.js';
import type { Executor } from '../database/index.js';
import { planApprovalState, plansNeedApproval } from '../plans/index.js';

const PURPOSES: readonly ApprovalPurpose[] = ['goals', 'goalSecondOpinion'];

/** How goals will be approved in each department: what HR named there, else what ships with the product. */
export async function goalDefinitions(read: Executor, departmentIds: readonly string[]): Promise<Map<string, ApprovalDefinition[]>> {
  const found = new Map<string, ApprovalDefinition[]>();
  for (const departmentId of new Set(departmentIds)) {
    const definitions: ApprovalDefinition[] = [];
    for (const purpose of PURPOSES) {
      const stored = await definitionInUse(read, purpose, departmentId);
      const document = stored ? ApprovalDefinition.parse(stored.document) : shippedFor(purpose);
      definitions.push((await expandStored(read, document)) ?? document);
    }
    found.set(departmentId, definitions);
  }
  return found;
}

/** A company that has named how plan versions are approved uses only approved ones. */
export async function planApprovalFindings(read: Executor, planVersionId: string): Promise<Finding[]> {
  if (!(await plansNeedApproval(read))) return [];
  const { state } = await planApprovalState(read, planVersionId);
  return state === 'approved' ? [] : [{ code: CycleErrors.planNotApproved, severity: 'blocking', details: { state }, mend: 'approvePlan' }];
}
