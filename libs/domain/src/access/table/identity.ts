import { allow, publicRoute, signedIn, type AccessRule } from '../rule.js';

/** Routes of sign-in, the own session, one-time links and accounts. Nobody disables or invites themselves. */
export const identityAccess = {
  'identity.signIn': publicRoute,
  'identity.requestReset': publicRoute,
  'identity.inspectLink': publicRoute,
  'identity.redeemLink': publicRoute,
  'identity.openLink': publicRoute,
  'identity.renewLink': publicRoute,
  'identity.setUp': publicRoute,
  'identity.session': signedIn,
  'identity.signOut': signedIn,
  'identity.locale': signedIn,
  'identity.password': signedIn,
  'identity.invite': allow('none', { hr: '*', admin: '*' }),
  'identity.leaverLink': allow('review', { hr: '*' }),
  'identity.account': allow('employee', { hr: '*', admin: '*' }),
} as const satisfies Record<string, AccessRule>;
