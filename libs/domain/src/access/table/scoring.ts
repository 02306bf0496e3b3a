import { allow, signedIn, type AccessRule } from '../rule.js';

/** Whoever may see figures of a review at all; which of them is cut by `visibleSections`. */
const readers = allow('review', {
  self: '*', manager: '*', skipLevel: '*', departmentHead: '*', scorer: '*', panelMember: '*', assignee: '*', delegate: '*', hr: '*',
});

/** Routes of scoring. */
export const scoringAccess = {
  'scoring.progress': readers,
  'scoring.score': readers,
  'scoring.grid': signedIn,
} as const satisfies Record<string, AccessRule>;
