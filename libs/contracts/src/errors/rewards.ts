/** Refusals of reward arithmetic. */
export const rewardsErrors = {
  badInput: 'REWARD.BAD_INPUT',
  emptyTeam: 'REWARD.EMPTY_TEAM',
  unknownColumn: 'REWARD.UNKNOWN_COLUMN',
  missingColumn: 'REWARD.MISSING_COLUMN',
  notAnAmount: 'REWARD.NOT_AN_AMOUNT',
  unknownPerson: 'REWARD.UNKNOWN_PERSON',
  doubledPerson: 'REWARD.DOUBLED_PERSON',
} as const;
export type RewardsError = (typeof rewardsErrors)[keyof typeof rewardsErrors];
