import type { PlanApprovalState } from '@fairmark/contracts/plans';
import { sql, type Executor } from '../database/index.js';
import { namedUse } from '../approvals/index.js';

/** Where a plan version stands with its approval, and whether a cycle has frozen it. @throws when there is no such version */
export async function planApprovalState(tx: Executor, versionId: string): Promise<{ state: PlanApprovalState; frozen: boolean }> {
  const row = await tx.one(sql<{ state: PlanApprovalState; frozen: boolean }>`select approval_state as state, frozen_at is not null as frozen from plan_versions where id = ${versionId}`);
  if (!row) throw new Error(`No plan version ${versionId}`);
  return row;
}

/** Moves a plan version on in its approval; the document itself never changes. */
export async function setPlanApproval(tx: Executor, versionId: string, state: PlanApprovalState): Promise<void> {
  await tx.run(sql`update plan_versions set approval_state = ${state} where id = ${versionId}`);
}

/** Submits a version when nothing stands in the way; false when it is being approved or was. */
export async function beginPlanApproval(tx: Executor, versionId: string): Promise<boolean> {
  return (await tx.run(sql`update plan_versions set approval_state = 'inReview' where id = ${versionId} and approval_state in ('none', 'rejected')`)) > 0;
}

/** The company asks that plan versions are approved before a cycle uses them as soon as it has named how. */
export async function plansNeedApproval(read: Executor): Promise<boolean> {
  return (await namedUse(read, 'planVersion', null)) !== undefined;
}

/** The one plan version that a case is about; undefined when it is about something else. Code and number, as {@link planVersion} takes them. */
export async function planOfApproval(read: Executor, approvalId: string): Promise<{ code: string; no: number } | undefined> {
  return read.one(sql<{ code: string; no: number }>`
    select p.code, v.no from approval_requests r join plan_versions v on v.id = (r.about ->> 'planVersionId')::uuid join plans p on p.id = v.plan_id where r.id = ${approvalId} and r.purpose = 'planVersion'`);
}
