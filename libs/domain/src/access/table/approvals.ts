import { allow, signedIn, type AccessRule } from '../rule.js';

/** Who answers for how the company decides reads definitions; HR of the whole company and administrators write them, which the service checks. */
const readers = allow('none', { hr: '*', admin: '*', lead: '*', sponsor: '*' });
const writers = allow('none', { hr: '*', admin: '*' });

/** Whoever has a part in a case, had one, or was sent a copy. */
const concerned = allow('approval', { self: '*', submitter: '*', assignee: '*', delegate: '*', copied: '*', hr: '*' });

/** Whoever decides or decided about the matter reads it; a copy widens nothing. */
const asked = allow('approval', { submitter: '*', assignee: '*', delegate: '*', hr: '*' });

/** Routes of approval definitions, their uses and cases. What each reader sees of a case is cut in the view. */
export const approvalsAccess = {
  'approvalDefinitions.list': readers,
  'approvalDefinitions.read': readers,
  'approvalDefinitions.check': writers,
  'approvalDefinitions.create': writers,
  'approvalDefinitions.save': writers,
  'approvalDefinitions.drop': writers,
  'approvalDefinitions.publish': writers,
  'approvalDefinitions.retire': writers,
  'approvalDefinitions.rehearse': writers,
  'approvalUses.list': readers,
  'approvalUses.set': writers,
  'approvalUses.clear': writers,
  'approvals.read': concerned,
  'approvals.plan': asked,
  'approvals.markRead': concerned,
  'approvals.submit': allow('none', { hr: '*' }),
  'approvals.decideMany': signedIn,
} as const satisfies Record<string, AccessRule>;
