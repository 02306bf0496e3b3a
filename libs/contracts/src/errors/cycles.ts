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
  /** The company asks that plan versions are approved first. */
  planNotApproved: 'CYCLE.PLAN_NOT_APPROVED',
  planWarning: 'CYCLE.PLAN_WARNING',
  reviewOverlap: 'CYCLE.REVIEW_OVERLAP',
  preflightBlocking: 'CYCLE.PREFLIGHT_BLOCKING',
  notDraft: 'CYCLE.NOT_DRAFT',
  unknownPlanVersion: 'CYCLE.UNKNOWN_PLAN_VERSION',
  secondsNotAllowed: 'CYCLE.SECONDS_NOT_ALLOWED',
  /** Other people would start than were shown: `details` hold `expected` and `found`. */
  populationChanged: 'CYCLE.POPULATION_CHANGED',
  /** People outside the departments for which this HR person is responsible. */
  outOfScope: 'CYCLE.OUT_OF_SCOPE',
  notRunning: 'CYCLE.NOT_RUNNING',
  personAlreadyIn: 'CYCLE.PERSON_ALREADY_IN',
  reviewsOpen: 'CYCLE.REVIEWS_OPEN',
  resultsPublished: 'CYCLE.RESULTS_PUBLISHED',
  unknownRequest: 'CYCLE.UNKNOWN_REQUEST',
  requestDecided: 'CYCLE.REQUEST_DECIDED',
  /** The second HR person must be another one than the first. */
  secondPersonNeeded: 'CYCLE.SECOND_PERSON_NEEDED',
  nobodyConcerned: 'CYCLE.NOBODY_CONCERNED',
} as const;
export type CycleError = (typeof CycleErrors)[keyof typeof CycleErrors];
