import { allow, type AccessRule } from '../rule.js';

/** Routes of training: the people of the rollout read it, lead and HR enter attendance. */
export const trainingAccess = {
  'training.list': allow('rollout', { leadOf: '*', sponsorOf: '*', teamOf: '*', hr: '*' }),
  'training.record': allow('rollout', { leadOf: '*', hr: '*' }),
} as const satisfies Record<string, AccessRule>;
