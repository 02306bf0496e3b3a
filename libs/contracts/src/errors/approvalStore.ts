/** Refusals about definitions, what uses them, and cases that people start. */
export const ApprovalStoreErrors = {
  unknownDefinition: 'APPROVAL_STORE.UNKNOWN_DEFINITION',
  /** Definitions belong to HR of the whole company and to administrators. */
  companyOnly: 'APPROVAL_STORE.COMPANY_ONLY',
  draftExists: 'APPROVAL_STORE.DRAFT_EXISTS',
  noDraft: 'APPROVAL_STORE.NO_DRAFT',
  /** Somebody saved the draft meanwhile. */
  draftChanged: 'APPROVAL_STORE.DRAFT_CHANGED',
  /** `details.findings` say what keeps it from being published. */
  hasErrors: 'APPROVAL_STORE.HAS_ERRORS',
  notPublished: 'APPROVAL_STORE.NOT_PUBLISHED',
  /** The last published version of a definition that a purpose names. */
  inUse: 'APPROVAL_STORE.IN_USE',
  /** What comes with the product stays. */
  shipped: 'APPROVAL_STORE.SHIPPED',
  /** The definition is of another kind than the purpose needs. */
  kindDiffers: 'APPROVAL_STORE.KIND_DIFFERS',
  /** It asks for managers, but the purpose is about no person. */
  needsSubject: 'APPROVAL_STORE.NEEDS_SUBJECT',
  /** The purpose exists so that a second person looks, but a passed deadline would approve instead. */
  needsPerson: 'APPROVAL_STORE.NEEDS_PERSON',
  /** The same thing is being asked for already. */
  alreadyAsked: 'APPROVAL_STORE.ALREADY_ASKED',
  /** HR may give this much time alone. */
  withinLimit: 'APPROVAL_STORE.WITHIN_LIMIT',
  /** Who was reminded today is not reminded again. */
  alreadyNudged: 'APPROVAL_STORE.ALREADY_NUDGED',
  /** The act is not offered in this matter. */
  notOffered: 'APPROVAL_STORE.NOT_OFFERED',
  /** A matter of its own has to be looked at before it is decided. */
  lookFirst: 'APPROVAL_STORE.LOOK_FIRST',
  /** The plan version was approved already. */
  alreadyApproved: 'APPROVAL_STORE.ALREADY_APPROVED',
  /** Something still forbids the use of the plan version. */
  planNotUsable: 'APPROVAL_STORE.PLAN_NOT_USABLE',
  /** Its effects cannot be undone any more. */
  cannotUndo: 'APPROVAL_STORE.CANNOT_UNDO',
  /** What follows from this purpose cannot be undone, so that an approved case cannot be withdrawn. */
  undoNotOffered: 'APPROVAL_STORE.UNDO_NOT_OFFERED',
} as const;
export type ApprovalStoreError = (typeof ApprovalStoreErrors)[keyof typeof ApprovalStoreErrors];

/** Findings about a document that only the company's own data can tell. */
export const ApprovalStoreFindings = {
  unknownPerson: 'APPROVAL_DEFINITION.UNKNOWN_PERSON',
  unknownRole: 'APPROVAL_DEFINITION.UNKNOWN_ROLE',
  unknownSubProcess: 'APPROVAL_DEFINITION.UNKNOWN_SUB_PROCESS',
  selfApproval: 'APPROVAL_DEFINITION.SELF_APPROVAL',
} as const;

/** What a rehearsal says besides refusals of the engine: hints, not errors. */
export const ApprovalRehearsalHints = {
  byFallback: 'APPROVAL_REHEARSAL.BY_FALLBACK',
  byAdministrator: 'APPROVAL_REHEARSAL.BY_ADMINISTRATOR',
  skippedUpwards: 'APPROVAL_REHEARSAL.SKIPPED_UPWARDS',
  onLeave: 'APPROVAL_REHEARSAL.ON_LEAVE',
  /** The same person comes up in several nodes and acts once. */
  actsOnce: 'APPROVAL_REHEARSAL.ACTS_ONCE',
} as const;
