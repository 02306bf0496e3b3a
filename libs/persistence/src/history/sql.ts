import { sql } from '../database/index.js';

/** An instant inside JSON, written like the driver writes it elsewhere. */
export const isoOf = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Visits of a history: all of a process, or inside another process those of one approval. */
export interface HistoryOf {
  workflowId: string;
  /** Set for an approval that runs inside a review, a session, an appeal or a cycle. */
  approvalId: string | null;
}

/** Condition that the visit `v` belongs to a history. */
export const belongs = ({ workflowId, approvalId }: HistoryOf) => sql`v.workflow_id = ${workflowId} and (${approvalId}::uuid is null or v.approval_id = ${approvalId}::uuid)`;
