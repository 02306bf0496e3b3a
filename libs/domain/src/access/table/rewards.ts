import { allow, type AccessRule } from '../rule.js';

/** Routes of rewards: HR, inside its departments. */
export const rewardsAccess = {
  'rewards.bases': allow('none', { hr: '*' }),
  'rewards.budget': allow('none', { hr: '*' }),
  'rewards.summary': allow('cycle', { hr: '*' }),
  'rewards.payroll': allow('cycle', { hr: '*' }),
} as const satisfies Record<string, AccessRule>;
