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
  /** A value of the form is missing, unknown or of another type; `details.fields` names which. */
  fields: 'APPROVAL.FIELDS',
  /** The submitter chose too few or too many people, or somebody who cannot act; `details` name node and limits. */
  chosen: 'APPROVAL.CHOSEN',
  /** This task does not allow the operator: who gives an opinion decides nothing, a copy neither. */
  operatorRefused: 'APPROVAL.OPERATOR_REFUSED',
  /** Whoever was added cannot add others. */
  addedAdds: 'APPROVAL.ADDED_ADDS',
  /** Only whoever added somebody takes them out again, while they have not acted. */
  notAddedByYou: 'APPROVAL.NOT_ADDED_BY_YOU',
  /** Without this person nobody would be left to decide. */
  lastOne: 'APPROVAL.LAST_ONE',
  /** There is no decision of this person to take back. */
  notDecided: 'APPROVAL.NOT_DECIDED',
  /** The next person has acted, or the decision has ended the case. */
  tooLate: 'APPROVAL.TOO_LATE',
  /** The case has ended and this process does not allow to withdraw it afterwards. */
  withdrawRefused: 'APPROVAL.WITHDRAW_REFUSED',
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
  duplicateField: 'APPROVAL_DEFINITION.DUPLICATE_FIELD',
  /** A condition looks at a field that the form does not have, or tests it in a way that does not fit its type. */
  unknownField: 'APPROVAL_DEFINITION.UNKNOWN_FIELD',
  wrongTest: 'APPROVAL_DEFINITION.WRONG_TEST',
  /** No submission ever gets there. */
  unreachable: 'APPROVAL_DEFINITION.UNREACHABLE',
  /** Too many combinations of values to prove that everything can be reached. */
  tooManyCases: 'APPROVAL_DEFINITION.TOO_MANY_CASES',
  emptyBranch: 'APPROVAL_DEFINITION.EMPTY_BRANCH',
  /** One weight per source, 10,000 in all. */
  weights: 'APPROVAL_DEFINITION.WEIGHTS',
  /** A source refers to a node that does not come before, or that decides nothing. */
  unknownNode: 'APPROVAL_DEFINITION.UNKNOWN_NODE',
  chosenRange: 'APPROVAL_DEFINITION.CHOSEN_RANGE',
  /** A copy would show scores to people without a relation to them. */
  copyWidens: 'APPROVAL_DEFINITION.COPY_WIDENS',
  unknownSubProcess: 'APPROVAL_DEFINITION.UNKNOWN_SUB_PROCESS',
  subProcessCycle: 'APPROVAL_DEFINITION.SUB_PROCESS_CYCLE',
  subProcessDepth: 'APPROVAL_DEFINITION.SUB_PROCESS_DEPTH',
  /** A case starts only with its sub-processes inlined. */
  notExpanded: 'APPROVAL_DEFINITION.NOT_EXPANDED',
} as const;
export type ApprovalFindingCode = (typeof ApprovalFindings)[keyof typeof ApprovalFindings];
