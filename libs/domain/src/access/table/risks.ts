import { allow, type AccessRule } from '../rule.js';

/** Routes of the risk register: the people of the rollout read it, the lead writes it. */
export const risksAccess = {
  'risks.list': allow('rollout', { leadOf: '*', sponsorOf: '*', teamOf: '*', hr: '*' }),
  'risks.add': allow('rollout', { leadOf: '*' }),
  'risks.startSet': allow('rollout', { leadOf: '*' }),
  'risks.change': allow('rollout', { leadOf: '*' }),
} as const satisfies Record<string, AccessRule>;
