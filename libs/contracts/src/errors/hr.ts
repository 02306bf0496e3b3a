/** Refusals of acts of HR on one review. */
export const hrErrors = {
  /** The new person stands neither in the line above the employee nor at the head of the department. */
  notInLine: 'HR.NOT_IN_LINE',
  /** Nobody appoints themselves for a step in which others decide about somebody. */
  notOneself: 'HR.NOT_ONESELF',
  alreadyAsked: 'HR.ALREADY_ASKED',
  nobodyAsked: 'HR.NOBODY_ASKED',
  /** The step waits for a date or another process, not for a person. */
  notExtendable: 'HR.NOT_EXTENDABLE',
  /** The day ends before the next working day of who acts is over. */
  deadlineTooEarly: 'HR.DEADLINE_TOO_EARLY',
  /** Nothing would move: the visit has no deadline, or already this one. */
  deadlineUnchanged: 'HR.DEADLINE_UNCHANGED',
  /** That much time is an exception: it has to be approved (`deadlineExtension`). */
  extensionNeedsApproval: 'HR.EXTENSION_NEEDS_APPROVAL',
  secondsNotAllowed: 'HR.SECONDS_NOT_ALLOWED',
  /** Everybody concerned was reminded today. */
  alreadyNudged: 'HR.ALREADY_NUDGED',
  /** The review does not stand where it could be returned from, or its session is signed off. */
  notReturnable: 'HR.NOT_RETURNABLE',
  /** The result is published: only an appeal changes it. */
  published: 'HR.PUBLISHED',
} as const;
