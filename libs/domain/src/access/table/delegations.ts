import { allow, signedIn, type AccessRule } from '../rule.js';

/** Routes of standing substitutes: everybody for themselves, HR for people of its scope. Who may end one is decided by the row. */
export const delegationsAccess = {
  'delegations.mine': signedIn,
  'delegations.create': signedIn,
  'delegations.end': signedIn,
  'delegations.list': allow('none', { hr: '*' }),
  'delegations.ofEmployee': allow('employee', { self: '*', hr: '*' }),
  'delegations.createFor': allow('employee', { hr: '*' }),
} as const satisfies Record<string, AccessRule>;
