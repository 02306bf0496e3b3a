import { sql, type Executor } from '../database/index.js';

export interface NewComment {
  workflowId: string;
  visitId: string | null;
  authorId: string;
  /** `return`, `objection`, `reassign`, … */
  kind: string;
  body: string;
}

/** Stores the words beside a decision; the id is what engine and messages carry. */
export async function insertComment(tx: Executor, comment: NewComment, now: string): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`
    insert into visit_comments (workflow_id, visit_id, author_id, kind, body, created_at)
    values (${comment.workflowId}, ${comment.visitId}::uuid, ${comment.authorId}, ${comment.kind}, ${comment.body}, ${now}) returning id`);
  return (row as { id: string }).id;
}
