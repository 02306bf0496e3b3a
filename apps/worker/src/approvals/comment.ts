import type { Transition } from '@fairmark/domain/process';
import { addEntry, insertComment } from '@fairmark/persistence/approvals';
import type { VisitRow } from '@fairmark/persistence/process';
import type { DecisionContext } from '../processes/index.js';

/** 意见: words beside the case. They decide nothing; the text stands apart from the record, which keeps its salted hash. */
export async function commentOn(context: DecisionContext, visit: VisitRow, comment: string): Promise<Transition> {
  const { tx, process, actorId, now } = context;
  const approvalId = visit.approvalId ?? process.refId;
  const visitId = visit.id || null;
  const commentId = await insertComment(tx, { workflowId: process.workflowId, visitId, authorId: actorId, kind: 'comment', body: comment }, now);
  await addEntry(tx, approvalId, { at: now, what: 'comment', actorId, onBehalfOf: null, node: visit.node, visitId, people: [], commentId, opened: [], details: {} });
  return { outcome: 'commented', details: { commentId }, audit: [{ action: 'approval.commented', object: approvalId, texts: { comment: { body: comment, ownerId: actorId } } }] };
}
