/** Refusals of the approval engine. `details` carry ids of tasks, nodes and people, never texts. */
export const ApprovalErrors = {
  invalidDefinition: 'APPROVAL.INVALID_DEFINITION',
  /** The state belongs to another definition or version. */
  wrongDefinition: 'APPROVAL.WRONG_DEFINITION',
  /** The case has ended, or waits for the submitter. */
  notRunning: 'APPROVAL.NOT_RUNNING',
  notReturned: 'APPROVAL.NOT_RETURNED',
  unknownTask: 'APPROVAL.UNKNOWN_TASK',
  /** Somebody else decided, or the task was closed or moved; `details.decidedBy` names who. */
  taskClosed: 'APPROVAL.TASK_CLOSED',
  notAssignee: 'APPROVAL.NOT_ASSIGNEE',
  notSubmitter: 'APPROVAL.NOT_SUBMITTER',
  /** Nobody acts on their own case. */
  ownCase: 'APPROVAL.OWN_CASE',
  commentRequired: 'APPROVAL.COMMENT_REQUIRED',
  /** A return goes to the submitter or to a node already passed. */
  returnTarget: 'APPROVAL.RETURN_TARGET',
  inactivePerson: 'APPROVAL.INACTIVE_PERSON',
  /** The person already has a part in this node. */
  alreadyOnNode: 'APPROVAL.ALREADY_ON_NODE',
  /** Not even the process administrator can act: a node would be left without an owner. */
  noOwner: 'APPROVAL.NO_OWNER',
  /** Goals, scores, calibrations and appeals never pass by time-out. */
  noDefaultDecision: 'APPROVAL.NO_DEFAULT_DECISION',
} as const;
export type ApprovalErrorCode = (typeof ApprovalErrors)[keyof typeof ApprovalErrors];

/** Findings about a definition document. */
export const ApprovalFindings = {
  shape: 'APPROVAL_DEFINITION.SHAPE',
  duplicateNode: 'APPROVAL_DEFINITION.DUPLICATE_NODE',
  duplicateSource: 'APPROVAL_DEFINITION.DUPLICATE_SOURCE',
  defaultRefused: 'APPROVAL_DEFINITION.DEFAULT_REFUSED',
  submitterRefused: 'APPROVAL_DEFINITION.SUBMITTER_REFUSED',
  allConditional: 'APPROVAL_DEFINITION.ALL_CONDITIONAL',
  noDuration: 'APPROVAL_DEFINITION.NO_DURATION',
  reminderTooEarly: 'APPROVAL_DEFINITION.REMINDER_TOO_EARLY',
  noFallback: 'APPROVAL_DEFINITION.NO_FALLBACK',
} as const;
export type ApprovalFindingCode = (typeof ApprovalFindings)[keyof typeof ApprovalFindings];
