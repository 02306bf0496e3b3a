/** Refusals about reports of problems. */
export const issueErrors = {
  /** The rollout has ended: nobody would be asked for an answer. */
  rolloutClosed: 'ISSUE.ROLLOUT_CLOSED',
  /** No report has this code. */
  unknownCode: 'ISSUE.UNKNOWN_CODE',
  /** Only an answered report is closed, once. */
  notAnswered: 'ISSUE.NOT_ANSWERED',
} as const;
