/** Refusals of self-reviews and of naming collaborators. */
export const selfReviewErrors = {
  /** A text names an item that is not on the sheet; `details.keys` hold which. */
  unknownItem: 'SELF_REVIEW.UNKNOWN_ITEM',
  unknownEvidence: 'SELF_REVIEW.UNKNOWN_EVIDENCE',
  /** The sheet has no collaboration item: nobody is asked. */
  noCollaboration: 'COLLABORATORS.NOT_ASKED',
  /** A proposal waits for the manager, or the people were asked already. */
  alreadyProposed: 'COLLABORATORS.ALREADY_PROPOSED',
  /** The person has left, is the employee or the scorer, or works in no department on which the sheet depends. */
  notEligible: 'COLLABORATORS.NOT_ELIGIBLE',
  namedTwice: 'COLLABORATORS.NAMED_TWICE',
  noOtherDepartment: 'COLLABORATORS.NO_OTHER_DEPARTMENT',
} as const;
export type SelfReviewError = (typeof selfReviewErrors)[keyof typeof selfReviewErrors];
