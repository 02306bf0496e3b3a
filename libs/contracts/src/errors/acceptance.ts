/** Refusals while a published result is acknowledged. */
export const AcceptanceErrors = {
  notPublished: 'ACCEPTANCE.NOT_PUBLISHED',
  windowClosed: 'ACCEPTANCE.WINDOW_CLOSED',
  appealed: 'ACCEPTANCE.APPEALED',
  appealUsed: 'ACCEPTANCE.APPEAL_USED',
  confirmTwice: 'ACCEPTANCE.CONFIRM_TWICE',
  alreadyDone: 'ACCEPTANCE.ALREADY_DONE',
  revokeFirst: 'ACCEPTANCE.REVOKE_FIRST',
  nothingToRevoke: 'ACCEPTANCE.NOTHING_TO_REVOKE',
  interviewSettled: 'ACCEPTANCE.INTERVIEW_SETTLED',
} as const;
export type AcceptanceError = (typeof AcceptanceErrors)[keyof typeof AcceptanceErrors];
