import type { Duration } from '@fairmark/contracts/common';
import type { ProcessKind } from '@fairmark/contracts/process';

/** What happens when a visit's deadline has passed and nobody acted. */
export type TimeoutPolicy = 'none' | 'remind' | 'escalate' | 'handToHr' | 'moveOn';

/** Somebody for whom a visit waits. `why` is a stable code that the task page explains: lineManager, departmentHead, subject, hr, … */
export interface Assignee {
  employeeId: string;
  why: string;
}

/** A deadline is a length counted in the calendar and zone of who has to act, or a fixed instant. */
export type Deadline = { duration: Duration } | { at: string; zone: string; duration?: Duration };

/** A visit to open: one stay in one step with its own people and clock. */
export interface VisitSpec {
  step: string;
  assignees: Assignee[];
  subjectId: string | null;
  deadline: Deadline | null;
  timeout: TimeoutPolicy;
  /** Lengths before the deadline at which open tasks are reminded; default one working day. */
  remindBefore?: Duration[];
  /** Ids of what the visit is about; nothing personal. */
  payload?: Record<string, unknown>;
  approvalId?: string;
  node?: string;
}

/** A visit to close and how it ended. `by` is absent when a deadline or another process ended it. */
export interface VisitClosing {
  visitId: string;
  outcome: string;
  by?: string;
  onBehalfOf?: string;
  /** Nobody decided: the deadline passed, and the step's policy ended the visit. */
  byTimeout?: boolean;
}

/** One line of the audit record. `texts` are free texts: stored apart, the record keeps their salted hash. */
export interface AuditSpec {
  action: string;
  object: string;
  before?: unknown;
  after?: unknown;
  texts?: Record<string, { body: string; ownerId: string }>;
}

/** An in-app notice with a mail. Never carries a score, a band or a ground. */
export interface NoticeSpec {
  employeeId: string;
  kind: string;
  /** Path inside the application that opens the matter. */
  link: string;
  params?: Record<string, unknown>;
}

/** What one decision, deadline or event changes in a process, computed by rules and written in one transaction. */
export interface Transition {
  outcome: string;
  details?: Record<string, unknown>;
  /** New step (phase) of the process; unchanged when absent. */
  step?: string;
  close?: VisitClosing[];
  /** Tasks that are done while their visit stays open, where several people must act. */
  decided?: { visitId: string; employeeId: string; decision: string }[];
  open?: VisitSpec[];
  audit: AuditSpec[];
  notices?: NoticeSpec[];
  /** Other processes to start: their rows must be written by the same transaction. */
  start?: { kind: ProcessKind; workflowId: string; refId: string }[];
  /** Events for other processes. */
  signals?: { workflowId: string; name: string; body: Record<string, unknown> }[];
  /** Ends the process. */
  finish?: { outcome: string };
}
