import type { Resolution } from '@fairmark/contracts/approvals';
import type { Duration } from '@fairmark/contracts/common';

/** How a person came to a task; shown next to the name. `skipped`: moved upwards because the approver was a party to the case. */
export type TaskOrigin = 'approver' | 'skipped' | 'fallback' | 'administrator' | 'escalated' | 'reassigned' | 'substitute';

/** `queued`: waits for its turn. `alreadyApproved`: the person approved earlier in this run (`approvedIn`) and does not act again. */
export type TaskStatus = 'queued' | 'open' | 'decided' | 'alreadyApproved' | 'notNeeded' | 'replaced';

/** One person's part in a visit. Plain JSON; instants are ISO strings. */
export interface ApprovalTask {
  id: string;
  /** Index of the source in the node's `approvers`. */
  seat: number;
  personId: string;
  origin: TaskOrigin;
  status: TaskStatus;
  openedAt: string | null;
  closedAt: string | null;
  decision: 'approve' | 'reject' | 'return' | null;
  /** A decision by time-out is nobody's approval. */
  decidedBy: 'person' | 'timeout' | null;
  commentId: string | null;
  approvedIn: string | null;
  replaces: string | null;
  extensions: number;
  handedToHr: boolean;
}

/** One entry to a node. A node that is entered again gets a new visit with its own tasks and clock. */
export interface ApprovalVisit {
  id: string;
  nodeId: string;
  status: 'open' | 'approved' | 'rejected' | 'returned';
  /** A return took it back: its approvals no longer count. */
  superseded: boolean;
  openedAt: string;
  closedAt: string | null;
  tasks: ApprovalTask[];
}

/** The whole case as plain JSON. `returned` waits for the submitter; `approved` and `rejected` are final. */
export interface ApprovalState {
  definitionId: string;
  definitionVersion: number;
  status: 'running' | 'returned' | 'approved' | 'rejected';
  subjectIds: string[];
  submitterId: string | null;
  excludedIds: string[];
  flags: Record<string, boolean>;
  resolution: Resolution;
  visits: ApprovalVisit[];
  submissions: number;
  startedAt: string;
  endedAt: string | null;
}

/** What the caller has to carry out. Durations start at the event's instant, in the calendar of `personId`. */
export type ApprovalEffect =
  | { type: 'openTask'; taskId: string; visitId: string; nodeId: string; personId: string; duration: Duration; reminders: Duration[] }
  | { type: 'closeTask'; taskId: string; personId: string; reason: 'decided' | 'notNeeded' | 'replaced' }
  /** The deadline of the task moves: it ends `duration` after the event. */
  | { type: 'rearm'; taskId: string; duration: Duration }
  | { type: 'notify'; topic: 'overdue' | 'escalated' | 'handedToHr'; personId: string; taskId: string }
  /** `returned`: the submitter has to hand in again (`resubmit`); the others end the case. */
  | { type: 'finished'; outcome: 'approved' | 'rejected' | 'returned' };

/** An open task with what a list needs. */
export interface OpenTask {
  taskId: string;
  visitId: string;
  nodeId: string;
  personId: string;
  openedAt: string;
}

/** The tasks somebody can act on now; empty when the case has ended or waits for the submitter. */
export function openTasks(state: ApprovalState): OpenTask[] {
  const visit = openVisit(state);
  if (!visit) return [];
  const open = visit.tasks.filter((task) => task.status === 'open');
  return open.map((t) => ({ taskId: t.id, visitId: visit.id, nodeId: visit.nodeId, personId: t.personId, openedAt: t.openedAt ?? visit.openedAt }));
}

/** The visit that is open; nodes run one after the other, so there is at most one. */
export function openVisit(state: ApprovalState): ApprovalVisit | undefined {
  return state.visits.find((visit) => visit.status === 'open');
}

/** Whether a task still needs its person. */
export function isPending(task: ApprovalTask): boolean {
  return task.status === 'queued' || task.status === 'open';
}

/** Whether the task carries an approval, given here or earlier in the run. */
export function isApproved(task: ApprovalTask): boolean {
  return task.status === 'alreadyApproved' || (task.status === 'decided' && task.decision === 'approve');
}

/** Whether the task carries a rejection. */
export function isRejected(task: ApprovalTask): boolean {
  return task.status === 'decided' && task.decision === 'reject';
}
