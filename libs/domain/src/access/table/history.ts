import { allow, type AccessRule } from '../rule.js';

/** State on a date: whoever may see the timeline, and of it only what they may see today. A copy of an approval shows the case as it is, not its past. */
export const historyAccess = {
  'history.review': allow('review', { self: '*', manager: '*', skipLevel: '*', departmentHead: '*', scorer: '*', panelMember: '*', assignee: '*', delegate: '*', hr: '*' }),
  'history.approval': allow('approval', { self: '*', submitter: '*', assignee: '*', delegate: '*', hr: '*' }),
} as const satisfies Record<string, AccessRule>;
