import { allow, signedIn, type AccessRule } from '../rule.js';

/** Routes of problem reports: everybody reports and reads the own answers; the people of the rollout read the list, the lead closes. */
export const issuesAccess = {
  'issues.rollouts': signedIn,
  'issues.report': signedIn,
  'issues.mine': signedIn,
  'issues.byCode': signedIn,
  'issues.list': allow('rollout', { leadOf: '*', sponsorOf: '*', teamOf: '*', hr: '*' }),
  'issues.close': allow('rollout', { leadOf: '*' }),
} as const satisfies Record<string, AccessRule>;
