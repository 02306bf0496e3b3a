import type { ApprovalDefinition, ApprovalPurpose } from '@fairmark/contracts/approvals';
import { upgradeState, type ApprovalState } from '@fairmark/domain/approval';
import { sql, type Executor } from '../database/index.js';
import type { ApprovalScope } from './scope.js';

/** A running approval. It keeps the definition with which it was started, so that a newer one never changes it. */
export interface ApprovalCase {
  definition: ApprovalDefinition;
  /** Step of the visits that its nodes open. */
  step: string;
  /** Absent in cases that were started before purposes had names. */
  purpose?: ApprovalPurpose;
  scope: ApprovalScope;
  /** Goes onto every visit. */
  payload: Record<string, unknown>;
  state: ApprovalState;
}

const FINAL: readonly ApprovalState['status'][] = ['approved', 'rejected', 'withdrawn'];
const outcomeOf = ({ status }: ApprovalState): string | null => (FINAL.includes(status) ? status : null);

/** Stores a case that was just submitted. One that is a process of its own has the id of its request. */
export async function insertApproval(tx: Executor, workflowId: string, item: ApprovalCase, now: string, id?: string): Promise<string> {
  const outcome = outcomeOf(item.state);
  const row = await tx.one(sql<{ id: string }>`
    insert into approval_instances (id, workflow_id, definition_id, definition_version, state, created_at, purpose, subject_id, submitter_id, outcome, finished_at)
    values (coalesce(${id ?? null}::uuid, uuidv7()), ${workflowId}, ${item.definition.id}, ${item.definition.version}, ${JSON.stringify(item)}::jsonb, ${now}, ${item.purpose ?? null}, ${item.scope.subjectId}::uuid,
      ${item.state.submitterId}::uuid, ${outcome}, ${outcome ? now : null}::timestamptz) returning id`);
  return (row as { id: string }).id;
}

/** The case, locked through the row of its process, which every caller holds. @throws when the row is missing: a visit with an approval has one */
export async function loadApproval(tx: Executor, approvalId: string): Promise<ApprovalCase> {
  const found = await findApproval(tx, approvalId);
  if (!found) throw new Error(`No approval ${approvalId}`);
  return found;
}

/** The case as it stands; one of an earlier release is brought to the present shape. */
export async function findApproval(read: Executor, approvalId: string): Promise<ApprovalCase | undefined> {
  const row = await read.one(sql<{ state: ApprovalCase }>`select state from approval_instances where id = ${approvalId}`);
  return row && { ...row.state, state: upgradeState(row.state.state) };
}

/** Saves the case; one that has ended is marked so, one that goes on again is not. */
export async function saveApproval(tx: Executor, approvalId: string, item: ApprovalCase, now: string): Promise<void> {
  const outcome = outcomeOf(item.state);
  await tx.run(sql`
    update approval_instances set state = ${JSON.stringify(item)}::jsonb, submitter_id = ${item.state.submitterId}::uuid, outcome = ${outcome}, finished_at = case when ${outcome}::text is null then null else ${now}::timestamptz end where id = ${approvalId}`);
}

/** Ends a case from outside, for example because the period in which it could act is over. */
export async function abandonApproval(tx: Executor, approvalId: string, outcome: string, now: string): Promise<void> {
  await tx.run(sql`update approval_instances set outcome = ${outcome}, finished_at = ${now} where id = ${approvalId} and finished_at is null`);
}
