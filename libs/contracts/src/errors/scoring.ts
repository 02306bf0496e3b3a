/** Refusals and flags of scoring. Flags stand in a result and need a comment; refusals stop it. */
export const scoringErrors = {
  /** Flag: the result rose while its counter-indicator fell. */
  counterIndicator: 'SCORING.COUNTER_INDICATOR',
  /** Flag: some sub-periods have no value; the rest was counted. */
  subPeriodGap: 'SCORING.SUB_PERIOD_GAP',
  /** Flag: values outside the valid range were left out. */
  invalidValues: 'SCORING.INVALID_VALUES',
  /** Flag: the item's weight was moved to others of the same horizon. */
  reweighted: 'SCORING.REWEIGHTED',
  valueMissing: 'SCORING.VALUE_MISSING',
  valueNotDueYet: 'SCORING.VALUE_NOT_DUE_YET',
  qualityBlocked: 'SCORING.QUALITY_BLOCKED',
  judgementMissing: 'SCORING.JUDGEMENT_MISSING',
  /** More weight would have to be moved than the rule allows, or nothing of the horizon is left to take it. */
  notRatable: 'SCORING.NOT_RATABLE',
  commentMissing: 'SCORING.COMMENT_MISSING',
  unknownItem: 'SCORING.UNKNOWN_ITEM',
  notJudged: 'SCORING.NOT_JUDGED',
  judgementOutOfRange: 'SCORING.JUDGEMENT_OUT_OF_RANGE',
  targetZero: 'SCORING.TARGET_ZERO',
  noBand: 'SCORING.NO_BAND',
  badNumber: 'SCORING.BAD_NUMBER',
  noDays: 'SCORING.NO_DAYS',
  /** Nothing is missing: the sheet can be scored. */
  ratable: 'SCORING.RATABLE',
  /** Only the items that the appeal sent back are scored again. */
  notSentBack: 'SCORING.NOT_SENT_BACK',
} as const;
export type ScoringError = (typeof scoringErrors)[keyof typeof scoringErrors];
