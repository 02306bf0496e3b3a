/** Refusals in a quarter of improvement. */
export const pdcaErrors = {
  /** A review looks at all five dimensions: `details.missing`. */
  dimensionMissing: 'PDCA.DIMENSION_MISSING',
  /** User research is an input of every review. */
  researchMissing: 'PDCA.RESEARCH_MISSING',
  /** An adjustment writes down its measure and expected effect first. */
  effectMissing: 'PDCA.EFFECT_MISSING',
  unknownAdjustment: 'PDCA.UNKNOWN_ADJUSTMENT',
  /** A version carries out at least one adjustment. */
  noAdjustment: 'PDCA.NO_ADJUSTMENT',
  /** The version belongs to another plan than the rollout's, or is the one in use. */
  otherPlan: 'PDCA.OTHER_PLAN',
  /** The version has not been approved. */
  notApproved: 'PDCA.NOT_APPROVED',
  /** More than two indicators of a sheet are replaced: `details.sheetId`, `replaced`, `limit`. */
  tooManyReplaced: 'PDCA.TOO_MANY_REPLACED',
  /** More weight of a sheet moves than allowed: `details.sheetId`, `movedBp`, `limit`. */
  tooMuchMoved: 'PDCA.TOO_MUCH_MOVED',
  /** An indicator was changed last quarter; only reverting it is allowed. */
  locked: 'PDCA.LOCKED',
  /** The quarter has brought its version already. */
  versionsUsedUp: 'PDCA.VERSIONS_USED_UP',
  /** Something changes that no adjustment names: `details.sheetId`, `indicatorId`. */
  uncovered: 'PDCA.UNCOVERED',
  /** Nothing has changed for two quarters: why. */
  reasonNeeded: 'PDCA.REASON_NEEDED',
  /** Proposals are open: adopt them in a version or drop them. */
  openProposals: 'PDCA.OPEN_PROPOSALS',
  /** Every adjustment that was compared is decided, once. */
  undecided: 'PDCA.UNDECIDED',
  /** The tracking was extended as often as allowed. */
  noMoreExtensions: 'PDCA.NO_MORE_EXTENSIONS',
  /** Reverted alone the weights of a sheet do not sum to 100 %: `details.sheetId`. */
  revertUnbalanced: 'PDCA.REVERT_UNBALANCED',
} as const;
