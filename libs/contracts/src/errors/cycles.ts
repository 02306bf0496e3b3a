/** Refusals and findings about review cycles. Findings of the preflight use the same codes. */
export const CycleErrors = {
  populationEmpty: 'CYCLE.POPULATION_EMPTY',
  noManager: 'CYCLE.NO_MANAGER',
  managerInactive: 'CYCLE.MANAGER_INACTIVE',
  managerLoop: 'CYCLE.MANAGER_LOOP',
  noApprover: 'CYCLE.NO_APPROVER',
  selfApproval: 'CYCLE.SELF_APPROVAL',
  noCommunity: 'CYCLE.NO_COMMUNITY',
  noSheet: 'CYCLE.NO_SHEET',
  deadlineOrder: 'CYCLE.DEADLINE_ORDER',
  deadlineNonWorkingDay: 'CYCLE.DEADLINE_NON_WORKING_DAY',
  deadlineProvisional: 'CYCLE.DEADLINE_PROVISIONAL',
  tooManyReports: 'CYCLE.TOO_MANY_REPORTS',
  quotaImpossible: 'CYCLE.QUOTA_IMPOSSIBLE',
  quotaGroupTooSmall: 'CYCLE.QUOTA_GROUP_TOO_SMALL',
  noPanel: 'CYCLE.NO_PANEL',
  planError: 'CYCLE.PLAN_ERROR',
  planWarning: 'CYCLE.PLAN_WARNING',
  reviewOverlap: 'CYCLE.REVIEW_OVERLAP',
  preflightBlocking: 'CYCLE.PREFLIGHT_BLOCKING',
} as const;
export type CycleError = (typeof CycleErrors)[keyof typeof CycleErrors];
