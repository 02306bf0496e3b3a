import { allow, type AccessRule } from '../rule.js';

/** HR and administrators; which robots are theirs depends on the departments of their scope, which the query and the service check. */
const offices = allow('none', { hr: '*', admin: '*' });

/** Routes of robots of group chats. */
export const robotsAccess = {
  'robots.list': offices,
  'robots.create': offices,
  'robots.test': offices,
  'robots.disable': offices,
} as const satisfies Record<string, AccessRule>;
