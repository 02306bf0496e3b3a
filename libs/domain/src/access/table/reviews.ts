import { allow, signedIn, type AccessRule } from '../rule.js';

/** Goal setting and self-review: the person, and whoever manages or was asked. */
const ownGoals = allow('review', { self: '*', manager: '*', assignee: '*', delegate: '*', hr: '*' });

/** Routes of reviews. Which parts of a review each relation gets in which step is decided by `visibleSections`; here stands who gets any. */
export const reviewsAccess = {
  'reviews.mine': signedIn,
  'reviews.team': signedIn,
  'reviews.read': allow('review', {
    self: '*', manager: '*', formerManager: '*', skipLevel: '*', departmentHead: '*', scorer: '*', collaborator: ['selfReview'], calibrationMember: '*', calibrationChair: '*',
    panelMember: '*', assignee: '*', delegate: '*', hr: '*',
  }),
  'reviews.evidence': allow('review', { self: '*', manager: '*', skipLevel: '*', scorer: '*', calibrationMember: '*', calibrationChair: '*', panelMember: '*', assignee: '*', delegate: '*', hr: '*' }),
  'reviews.formerGoals': ownGoals,
  'reviews.collaboratorCandidates': ownGoals,
  'drafts.read': signedIn,
  'drafts.save': signedIn,
} as const satisfies Record<string, AccessRule>;
