/** Refusals of the case library. */
export const caseErrors = {
  /** Something personal stands in the text: `details.found` says what kind and in which field, never the text itself. */
  personal: 'CASE.PERSONAL',
  /** A decision about an appeal becomes a case only by HR, in words of its own. */
  hrOnly: 'CASE.HR_ONLY',
  /** The person who keeps the case, or answers for a benefit, has left. */
  keeperInactive: 'CASE.KEEPER_INACTIVE',
} as const;
