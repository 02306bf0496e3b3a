/** Refusals in a pilot. */
export const pilotErrors = {
  /** A chosen community is none of the rollout's, or stands in both groups: `details.communityIds`. */
  communityRefused: 'PILOT.COMMUNITY_REFUSED',
  /** The choice differs from the proposal: why. */
  reasonNeeded: 'PILOT.REASON_NEEDED',
  /** A review closes a problem that is not open: `details.problems`. */
  problemUnknown: 'PILOT.PROBLEM_UNKNOWN',
  /** Without an effect that the data show, a judgement to pass needs a comment. */
  commentNeeded: 'PILOT.COMMENT_NEEDED',
} as const;
