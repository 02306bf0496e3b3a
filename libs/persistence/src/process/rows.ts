import type { ProcessKind } from '@fairmark/contracts/process';
import type { TimeoutPolicy } from '@fairmark/domain/process';
import type { Duration } from '@fairmark/contracts/common';

/** A row of `processes`: one running workflow and the lock for everything it decides. */
export interface ProcessRow {
  workflowId: string;
  kind: ProcessKind;
  refId: string;
  step: string;
  state: 'open' | 'closed';
  outcome: string | null;
}

/** A row of `visits`. Instants are ISO strings in UTC. */
export interface VisitRow {
  id: string;
  workflowId: string;
  step: string;
  no: number;
  state: 'open' | 'closed';
  subjectId: string | null;
  approvalId: string | null;
  node: string | null;
  payload: Record<string, unknown>;
  openedAt: string;
  /** The deadline before downtime was given back. */
  baseDueAt: string | null;
  dueAt: string | null;
  dueZone: string | null;
  duration: Duration | null;
  timeout: TimeoutPolicy;
  wakeAt: string | null;
  reminders: string[];
  downtimeSeconds: number;
  outcome: string | null;
  closedAt: string | null;
  closedBy: string | null;
  closedCommand: string | null;
}

/** A row of `tasks`: one person for whom a visit waits. */
export interface TaskRow {
  id: string;
  visitId: string;
  assigneeId: string;
  state: 'open' | 'done' | 'notNeeded' | 'moved';
  why: string;
  decision: string | null;
}

/** A row of `commands`: one request of one person, kept until its answer is confirmed. */
export interface CommandRow {
  updateId: string;
  workflowId: string;
  visitId: string | null;
  actorId: string;
  action: string;
  body: Record<string, unknown>;
  receivedAt: string;
  state: 'pending' | 'applied' | 'refused';
  answer: unknown;
}
