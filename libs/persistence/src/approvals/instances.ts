import type { ApprovalDefinition } from '@fairmark/contracts/approvals';
import type { ApprovalState } from '@fairmark/domain/approval';
import { sql, type Executor } from '../database/index.js';
import type { ApprovalScope } from './scope.js';

/** A running approval. It keeps the definition with which it was started, so that a newer one never changes it. */
export interface ApprovalCase {
  definition: ApprovalDefinition;
  /** Step of the visits that its nodes open. */
  step: string;
  scope: ApprovalScope;
  /** Goes onto every visit. */
  payload: Record<string, unknown>;
  state: ApprovalState;
}

export async function insertApproval(tx: Executor, workflowId: string, item: ApprovalCase, now: string): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`
    insert into approval_instances (workflow_id, definition_id, definition_version, state, created_at)
    values (${workflowId}, ${item.definition.id}, ${item.definition.version}, ${JSON.stringify(item)}::jsonb, ${now}) returning id`);
  return (row as { id: string }).id;
}

/** The case, locked through the row of its process, which every caller holds. @throws when the row is missing: a visit with an approval has one */
export async function loadApproval(tx: Executor, approvalId: string): Promise<ApprovalCase> {
  const row = await tx.one(sql<{ state: ApprovalCase }>`select state from approval_instances where id = ${approvalId}`);
  if (!row) throw new Error(`No approval ${approvalId}`);
  return row.state;
}

/** Saves the case; one that has ended is marked so. */
export async function saveApproval(tx: Executor, approvalId: string, item: ApprovalCase, now: string): Promise<void> {
  const ended = item.state.status === 'approved' || item.state.status === 'rejected';
  await tx.run(sql`
    update approval_instances set state = ${JSON.stringify(item)}::jsonb, outcome = ${ended ? item.state.status : null}, finished_at = ${ended ? now : null}::timestamptz where id = ${approvalId}`);
}

/** Ends a case from outside, for example because the period in which it could act is over. */
export async function abandonApproval(tx: Executor, approvalId: string, outcome: string, now: string): Promise<void> {
  await tx.run(sql`update approval_instances set outcome = ${outcome}, finished_at = ${now} where id = ${approvalId} and finished_at is null`);
}
