/** Refusals of reward arithmetic. */
export const rewardsErrors = {
  badInput: 'REWARD.BAD_INPUT',
  emptyTeam: 'REWARD.EMPTY_TEAM',
} as const;
export type RewardsError = (typeof rewardsErrors)[keyof typeof rewardsErrors];
