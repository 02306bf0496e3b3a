import type { FieldValues } from '@fairmark/contracts/approvals';
import type { ApprovalStatus } from '@fairmark/domain/approval';
import type { Transition } from '@fairmark/domain/process';
import type { ApprovalCase, CaseRequest } from '@fairmark/persistence/approvals';

/** A case to be approved. `submitterId` is null when a machine submits; who submits does not act unless the definition allows it. */
export interface ApprovalRequest extends CaseRequest {
  /** Step of the process in which the nodes open their visits; its actions and its `expire` go through `actInApproval`. */
  step: string;
  /** Ids that every visit of the case carries. */
  payload?: Record<string, unknown>;
  /** Id that the case gets; a process of its own has that of its request. */
  id?: string;
}

/** `assigneeId`: the holder of the task, when somebody acts for them. `comment` is the text itself; it is stored and the engine gets its id. */
interface ByPerson {
  actorId: string;
  assigneeId?: string;
  comment?: string | undefined;
}

/** What a person did, or what happened. */
export type ApprovalAct =
  | (ByPerson & { type: 'approve'; flags?: Record<string, boolean>; fields?: FieldValues })
  | (ByPerson & { type: 'reject'; comment: string })
  | (ByPerson & { type: 'return'; comment: string; to: 'submitter' | { nodeId: string }; then: 'rerun' | 'straightBack' })
  | (ByPerson & { type: 'addBefore' | 'addAfter' | 'addBeside'; personIds: string[] })
  | (ByPerson & { type: 'removeAdded'; personId: string })
  | (ByPerson & { type: 'transfer' | 'consult'; toId: string; comment: string })
  | (ByPerson & { type: 'opinion'; comment: string })
  | (ByPerson & { type: 'takeBack' | 'read' })
  | { type: 'withdraw'; actorId: string; comment?: string | undefined }
  | { type: 'resubmit'; actorId: string; comment?: string | undefined; flags?: Record<string, boolean>; fields?: FieldValues; chosen?: Record<string, string[]> }
  | { type: 'reassign'; actorId: string; fromId: string; toId: string; comment: string }
  /** A leaver's tasks go to a successor, without one to whom the node names. */
  | { type: 'handOver'; actorId: string | null; fromId: string; toId: string | null }
  | { type: 'timeout' }
  /** `follow`: tasks also move from people whom their source no longer names to those it names now. */
  | { type: 'organisationChanged'; follow?: boolean };

/** `returned` waits for the submitter (`resubmit`); `approved`, `rejected` and `withdrawn` end the case. */
export type ApprovalOutcome = ApprovalStatus;

/** The part of a transition that the approval itself accounts for; the caller adds what its feature does. */
export type ApprovalPart = Required<Pick<Transition, 'close' | 'decided' | 'open' | 'notices' | 'audit'>>;

export interface ApprovalStep {
  approvalId: string;
  outcome: ApprovalOutcome;
  /** Whether anything happened: an event of the organisation often does not concern the case. */
  changed: boolean;
  /** The act ended the case, or sent it back to who submitted. */
  ended: boolean;
  /** Somebody else than before has to hand a returned case in again. */
  awaits: string | null;
  /** What an approved case brought about has to be undone. */
  undo: boolean;
  item: ApprovalCase;
  part: ApprovalPart;
}
