import type { ApprovalPurpose, FieldValues } from '@fairmark/contracts/approvals';
import { workflowId } from '@fairmark/contracts/process';
import { sql, type Executor } from '../database/index.js';
import { startProcess } from '../process/start.js';

/** A case that is a process of its own: what it is about, and who asks. */
export interface ApprovalRequestRow {
  id: string;
  purpose: ApprovalPurpose;
  subjectId: string | null;
  submitterId: string;
  departmentId: string | null;
  /** Ids of what it is about, by purpose. */
  about: Record<string, unknown>;
  fields: FieldValues;
  /** People chosen by the submitter, by node. */
  chosen: Record<string, string[]>;
  reason: string | null;
}

export type NewApprovalRequest = Omit<ApprovalRequestRow, 'id'>;

const columns = sql`id, purpose, subject_id as "subjectId", submitter_id as "submitterId", department_id as "departmentId", about, fields, chosen, reason`;

/** Stores the request and asks for its process; both come true with the commit. */
export async function submitRequest(tx: Executor, request: NewApprovalRequest): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`
    insert into approval_requests (purpose, subject_id, submitter_id, department_id, about, fields, chosen, reason)
    values (${request.purpose}, ${request.subjectId}::uuid, ${request.submitterId}, ${request.departmentId}::uuid, ${JSON.stringify(request.about)}::jsonb, ${JSON.stringify(request.fields)}::jsonb, ${JSON.stringify(request.chosen)}::jsonb,
      ${request.reason}) returning id`);
  const { id } = row as { id: string };
  await startProcess(tx, { kind: 'approval', workflowId: workflowId.approval(id), refId: id, step: 'opening' });
  return id;
}

/** @throws when the row is missing: every process of kind `approval` has one */
export async function loadRequest(tx: Executor, id: string): Promise<ApprovalRequestRow> {
  const row = await tx.one(sql<ApprovalRequestRow>`select ${columns} from approval_requests where id = ${id}`);
  if (!row) throw new Error(`No approval request ${id}`);
  return row;
}

/** A running request about the same thing: the second one would only ask twice. */
export async function openRequestAbout(read: Executor, purpose: ApprovalPurpose, about: Record<string, unknown>): Promise<string | undefined> {
  const row = await read.one(sql<{ id: string }>`
    select r.id from approval_requests r join processes p on p.kind = 'approval' and p.ref_id = r.id and p.state = 'open' where r.purpose = ${purpose} and r.about @> ${JSON.stringify(about)}::jsonb and p.step <> 'withdrawable' limit 1`);
  return row?.id;
}

/** The values of the form changed with a new submission. */
export async function updateRequestFields(tx: Executor, id: string, fields: FieldValues): Promise<void> {
  await tx.run(sql`update approval_requests set fields = fields || ${JSON.stringify(fields)}::jsonb where id = ${id}`);
}
