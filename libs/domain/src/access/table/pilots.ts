import { allow, type AccessRule } from '../rule.js';

/** Routes of pilots. What a pilot decides goes through its visits. */
export const pilotsAccess = {
  'pilots.read': allow('rollout', { leadOf: '*', sponsorOf: '*', teamOf: '*', departmentHead: '*', hr: '*' }),
} as const satisfies Record<string, AccessRule>;
