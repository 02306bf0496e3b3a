/** Refusals that every process can give. The person is told who acted first and what to do now. */
export const processErrors = {
  /** Somebody decided before: `details` hold `decidedBy`, `decidedAt`, `outcome`. */
  alreadyDecided: 'VISIT.ALREADY_DECIDED',
  /** The visit does not exist or belongs to another process. */
  unknownVisit: 'VISIT.UNKNOWN',
  /** The action is not offered in this step. */
  actionNotOffered: 'VISIT.ACTION_NOT_OFFERED',
  /** The actor has no open task here. */
  notAssigned: 'ACTOR.NOT_ASSIGNED',
  /** Nobody decides in their own case. */
  actorIsSubject: 'ACTOR.IS_SUBJECT',
  /** The actor has left or is disabled. */
  actorInactive: 'ACTOR.INACTIVE',
  /** The process has ended. */
  processClosed: 'PROCESS.CLOSED',
  /** The request named no Idempotency-Key, or one that is no UUID. */
  keyRequired: 'COMMAND.KEY_REQUIRED',
  /** The same key was used with another body. */
  keyReused: 'COMMAND.KEY_REUSED',
  /** The answer is not known yet: repeat with the same key. */
  outcomeUnknown: 'COMMAND.OUTCOME_UNKNOWN',
  /** The decision could not be applied, nothing has changed: a fault of ours, or an id in it that does not exist. It may be tried again. */
  failed: 'COMMAND.FAILED',
  /** The process does not know this request: the database was restored to a time before it. It has to be made again. */
  unknownCommand: 'COMMAND.UNKNOWN',
  /** A comment is required. */
  commentRequired: 'COMMENT.REQUIRED',
} as const;
