import type { ApprovalDefinition } from '@fairmark/contracts/approvals';
import type { Transition } from '@fairmark/domain/process';
import type { ApprovalScope } from '@fairmark/persistence/approvals';

/** A case to be approved. */
export interface ApprovalRequest {
  /** Already with the lengths of the plan (`timedBy`); the case keeps it. */
  definition: ApprovalDefinition;
  /** Step of the process in which the nodes open their visits; its actions and its `expire` call `applyApproval`. */
  step: string;
  scope: ApprovalScope;
  /** People whom the case is about: they never act in it. */
  subjectIds: string[];
  /** Null when a machine submits. Does not act unless the definition allows it. */
  submitterId: string | null;
  excludedIds?: string[];
  flags?: Record<string, boolean>;
  /** Ids that every visit of the case carries. */
  payload?: Record<string, unknown>;
}

/** What the person did, or what happened. `comment` is the text itself; it is stored and the engine gets its id. */
export type ApprovalAct =
  | { type: 'approve'; actorId: string; assigneeId?: string; comment?: string | undefined; flags?: Record<string, boolean> }
  | { type: 'reject'; actorId: string; assigneeId?: string; comment: string }
  | { type: 'return'; actorId: string; assigneeId?: string; comment: string; to: 'submitter' | { nodeId: string }; then: 'rerun' | 'straightBack' }
  | { type: 'reassign'; actorId: string; fromId: string; toId: string; comment: string }
  | { type: 'timeout' }
  /** `follow`: tasks also move from people whom their source no longer names to those it names now. */
  | { type: 'organisationChanged'; follow?: boolean };

/** `returned` waits for the submitter (`resubmitApproval`); `approved` and `rejected` end the case. */
export type ApprovalOutcome = 'running' | 'approved' | 'rejected' | 'returned';

/** The part of a transition that the approval itself accounts for; the caller adds what its feature does. */
export type ApprovalPart = Required<Pick<Transition, 'close' | 'decided' | 'open' | 'notices' | 'audit'>>;

export interface ApprovalStep {
  approvalId: string;
  outcome: ApprovalOutcome;
  /** Whether anything happened: an event of the organisation often does not concern the case. */
  changed: boolean;
  part: ApprovalPart;
}
