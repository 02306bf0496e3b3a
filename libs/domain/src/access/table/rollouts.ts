import { allow, signedIn, type AccessRule } from '../rule.js';

/** Routes of rollouts. The list narrows to what somebody leads, sponsors or belongs to; a board shows aggregates only, never anybody's result. */
export const rolloutsAccess = {
  'rollouts.list': signedIn,
  'rollouts.create': allow('none', { lead: '*', hr: '*' }),
  'rollouts.defaults': allow('none', { lead: '*', hr: '*' }),
  'rollouts.read': allow('rollout', { leadOf: '*', sponsorOf: '*', teamOf: '*', departmentHead: '*', assignee: '*', delegate: '*', hr: '*', lead: '*', sponsor: '*' }),
} as const satisfies Record<string, AccessRule>;
