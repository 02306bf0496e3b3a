import type { Chosen, FieldValues, Resolution } from '@fairmark/contracts/approvals';
import type { RecordEntry } from './record.js';

/** How a person came to a task; shown next to the name. `skipped`: moved upwards because the approver was a party to the case. */
export type TaskOrigin =
  | 'approver' | 'skipped' | 'fallback' | 'administrator' | 'escalated' | 'reassigned' | 'substitute'
  | 'addedBefore' | 'addedAfter' | 'addedBeside' | 'transferred' | 'consulted' | 'handedOver' | 'copied';

/**
 * `queued`: waits for its turn. `waiting`: added people or somebody consulted act first. `alreadyApproved`: the person approved earlier in this run (`approvedIn`)
 * and does not act again. `copied`: was told, decides nothing.
 */
export type TaskStatus = 'queued' | 'open' | 'waiting' | 'decided' | 'alreadyApproved' | 'notNeeded' | 'replaced' | 'removed' | 'takenBack' | 'copied';

/** What a task is for. `seat` decides in the node; `before` and `after` were added to a seat and decide with it; `consult` only gives an opinion. */
export type TaskPart = 'seat' | 'before' | 'after' | 'consult' | 'copy';

/** One person's part in a visit. Plain JSON; instants are ISO strings. A task opens at most once: whoever acts again gets a new one with a clock of its own. */
export interface ApprovalTask {
  id: string;
  part: TaskPart;
  /** Index of the source in the node's `approvers`. */
  seat: number;
  /** Further seats of the same person. */
  alsoSeats: number[];
  personId: string;
  origin: TaskOrigin;
  status: TaskStatus;
  openedAt: string | null;
  closedAt: string | null;
  decision: 'approve' | 'reject' | 'return' | 'opinion' | 'transfer' | null;
  /** A decision by time-out is nobody's approval. */
  decidedBy: 'person' | 'timeout' | null;
  /** Who acted: the person, or somebody who stood in for them. */
  actorId: string | null;
  commentId: string | null;
  /** Values that the decision changed, as they were before; null where there was none. Taken back with it. */
  valuesBefore: Values | null;
  approvedIn: string | null;
  replaces: string | null;
  /** Who added the person; whoever was added cannot add others. */
  addedBy: string | null;
  /** The task to which this one was added, or that asks for the opinion. */
  parentId: string | null;
  /** The decided task because of which this one was opened, and the one because of which it was closed. */
  cause: string | null;
  closedBy: string | null;
  readAt: string | null;
  extensions: number;
  handedToHr: boolean;
}

/** Values of flags and fields; null where there is none. */
export interface Values {
  flags: Record<string, boolean | null>;
  fields: Record<string, FieldValues[string] | null>;
}

/** One entry to a node. A node that is entered again gets a new visit with its own tasks and clock. */
export interface ApprovalVisit {
  id: string;
  nodeId: string;
  /** `copied`: of a copy node. `notNeeded`: the case ended or took another way. */
  status: 'open' | 'approved' | 'rejected' | 'returned' | 'copied' | 'notNeeded' | 'takenBack' | 'withdrawn';
  /** It no longer counts: a return or a decision that was taken back runs it again. */
  superseded: boolean;
  supersededBy: string | null;
  openedAt: string;
  closedAt: string | null;
  cause: string | null;
  closedBy: string | null;
  /** Returned to a node of another branch: it goes on when that node has passed. */
  waitsFor: string | null;
  tasks: ApprovalTask[];
}

export type ApprovalStatus = 'running' | 'returned' | 'approved' | 'rejected' | 'withdrawn';

/** The whole case as plain JSON. `returned` waits for the submitter; `approved`, `rejected` and `withdrawn` are final. */
export interface ApprovalState {
  definitionId: string;
  definitionVersion: number;
  status: ApprovalStatus;
  subjectIds: string[];
  submitterId: string | null;
  excludedIds: string[];
  flags: Record<string, boolean>;
  fields: FieldValues;
  chosen: Chosen;
  resolution: Resolution;
  /** Leavers whose tasks were handed over, with their successors. */
  handedOver: Record<string, string | null>;
  /** The last change of the organisation was to be followed; counts for visits that come back. */
  follow: boolean;
  visits: ApprovalVisit[];
  submissions: number;
  startedAt: string;
  endedAt: string | null;
  record: RecordEntry[];
}

/** Whether a task still needs its person. */
export function isPending(task: ApprovalTask): boolean {
  return task.status === 'queued' || task.status === 'open' || task.status === 'waiting';
}

/** Whether the task carries an approval, given here or earlier in the run. */
export function isApproved(task: ApprovalTask): boolean {
  return task.status === 'alreadyApproved' || (task.status === 'decided' && task.decision === 'approve');
}

/** Whether the task carries a rejection. */
export function isRejected(task: ApprovalTask): boolean {
  return task.status === 'decided' && task.decision === 'reject';
}

const GONE: readonly ApprovalTask['status'][] = ['replaced', 'removed', 'takenBack', 'notNeeded'];

/** Whether the task is no part of the node any more. */
export function isGone(task: ApprovalTask): boolean {
  return GONE.includes(task.status);
}
