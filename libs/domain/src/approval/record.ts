import type { ApprovalEvent } from '@fairmark/contracts/approvals';

/**
 * One line of the record: what changed, because of which act, by whom and for whom. Lines with the same `event` belong to one event. `from` is null where
 * something begins; `to` equals `from` where only a clock moved.
 */
export interface RecordEntry {
  no: number;
  /** Number of the event in the life of the case; 0 is the submission. */
  event: number;
  at: string;
  act: 'submit' | ApprovalEvent['type'];
  /** Null for a deadline and the organisation. */
  actorId: string | null;
  /** The holder of the task for whom somebody stood in. */
  forId: string | null;
  commentId: string | null;
  what: 'case' | 'visit' | 'task' | 'submitter';
  /** Id of the visit or task. */
  id: string | null;
  nodeId: string | null;
  /** Whose task it is. */
  personId: string | null;
  from: string | null;
  to: string;
  details?: Record<string, unknown>;
}
