/** Refusals about moving running reviews to another plan version. */
export const planMoveErrors = {
  /** The version belongs to another plan than the cycle's. */
  otherPlan: 'PLAN_MOVES.OTHER_PLAN',
  /** Results of one session must be comparable: both versions need the same bands. */
  bandsDiffer: 'PLAN_MOVES.BANDS_DIFFER',
  /** The version has errors that forbid its use. */
  notUsable: 'PLAN_MOVES.NOT_USABLE',
  unknownMove: 'PLAN_MOVES.UNKNOWN_MOVE',
  /** It was taken back before, or the next step of everybody has opened. */
  nothingToRevert: 'PLAN_MOVES.NOTHING_TO_REVERT',
} as const;
