import type { ApprovalView, DefinitionDocument } from '@fairmark/contracts/approvals';
import { shippedFor } from '@fairmark/domain/approval';
import { loadRequest, peopleById } from '@fairmark/persistence/approvals';
import { sql, type Executor } from '@fairmark/persistence/database';
import { matterOf } from './matter.js';

/** A case that was submitted and is about to open, or that could not be opened. Undefined for an id of nothing. */
export async function unopenedView(read: Executor, id: string): Promise<ApprovalView | undefined> {
  const row = await read.one(sql<{ createdAt: string; closedAt: string | null; state: string }>`
    select r.created_at as "createdAt", p.closed_at as "closedAt", p.state from approval_requests r join processes p on p.kind = 'approval' and p.ref_id = r.id where r.id = ${id}`);
  if (!row) return undefined;
  const request = await loadRequest(read, id);
  const names = await peopleById(read, [request.submitterId, ...(request.subjectId ? [request.subjectId] : [])]);
  const definition = shippedFor(request.purpose);
  return {
    id, purpose: request.purpose, kind: definition.kind, title: definition.title, state: row.state === 'open' ? 'running' : 'ended', process: { kind: 'approval', id }, link: null,
    subject: request.subjectId ? (names.get(request.subjectId) ?? null) : null, submitter: names.get(request.submitterId) ?? null, submittedAt: row.createdAt, endedAt: row.closedAt,
    definition: { id: definition.id, version: definition.version, document: definition as unknown as DefinitionDocument }, matter: await matterOf(read, id), fields: request.fields, nodes: [], timeline: [], waiting: [], offers: [], acts: [],
  };
}
