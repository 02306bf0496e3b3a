import { allow, signedIn, type AccessRule } from '../rule.js';

/** Routes of calibration and results. Whom of a session its members see, and which parts of a result a reader gets, is cut in the view. */
export const calibrationAccess = {
  'calibration.list': signedIn,
  'calibration.read': allow('calibration', { calibrationMember: '*', calibrationChair: '*', delegate: ['open'], hr: '*' }),
  'calibration.selfReview': allow('calibration', { calibrationMember: '*', calibrationChair: '*' }),
  'results.read': allow('review', { self: '*', manager: '*', skipLevel: '*', assignee: ['result', 'appeal'], panelMember: '*', hr: '*' }),
} as const satisfies Record<string, AccessRule>;
