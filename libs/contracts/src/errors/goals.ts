/** Refusals of composing a sheet and of proposing, editing and changing goals. */
export const goalsErrors = {
  /** Neither the community, its type and stage, nor the position has a sheet. */
  noSheet: 'GOALS.NO_SHEET',
  communityTwice: 'GOALS.COMMUNITY_TWICE',
  shareSum: 'GOALS.SHARE_SUM',
  unknownIndicator: 'GOALS.UNKNOWN_INDICATOR',
  unknownItem: 'GOALS.UNKNOWN_ITEM',
  itemTwice: 'GOALS.ITEM_TWICE',
  targetNotEditable: 'GOALS.TARGET_NOT_EDITABLE',
  targetOutOfRange: 'GOALS.TARGET_OUT_OF_RANGE',
  targetNeedsStepCurve: 'GOALS.TARGET_NEEDS_STEP_CURVE',
  /** The realism flag: the target lies outside the band of baseline and market growth. */
  targetUnrealistic: 'GOALS.TARGET_UNREALISTIC',
  unrealisticReasonMissing: 'GOALS.UNREALISTIC_REASON_MISSING',
  personalWeightTooHigh: 'GOALS.PERSONAL_WEIGHT_TOO_HIGH',
  personalGoalTwice: 'GOALS.PERSONAL_GOAL_TWICE',
  personalDueOutsidePeriod: 'GOALS.PERSONAL_DUE_OUTSIDE_PERIOD',
  tooManyPersonalGoals: 'GOALS.TOO_MANY_PERSONAL_GOALS',
  nothingChanged: 'GOALS.NOTHING_CHANGED',
  changeTooLate: 'GOALS.CHANGE_TOO_LATE',
  changeLimit: 'GOALS.CHANGE_LIMIT',
  changeReasonMissing: 'GOALS.CHANGE_REASON_MISSING',
  /** Another change still waits for a decision. */
  changeOpen: 'GOALS.CHANGE_OPEN',
  /** Changes and check-ins belong to the period. */
  notInPeriod: 'GOALS.NOT_IN_PERIOD',
  /** Only the line manager edits; the second approver approves or returns. */
  editByManagerOnly: 'GOALS.EDIT_BY_MANAGER_ONLY',
} as const;
export type GoalsError = (typeof goalsErrors)[keyof typeof goalsErrors];
