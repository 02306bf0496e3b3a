/** Refusals in buffer periods. */
export const buffersErrors = {
  /** The person signs what manager or HR judged, not a third outcome. */
  neitherJudgement: 'BUFFER.NEITHER_JUDGEMENT',
  /** All planned check-ins are recorded. */
  noCheckInLeft: 'BUFFER.NO_CHECK_IN_LEFT',
  partnerNotActive: 'BUFFER.PARTNER_NOT_ACTIVE',
} as const;
export type BuffersError = (typeof buffersErrors)[keyof typeof buffersErrors];
