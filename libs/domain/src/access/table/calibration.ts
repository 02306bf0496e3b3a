import { allow, signedIn, type AccessRule } from '../rule.js';

/** Routes of calibration: its members, and HR of the department. Whom of the session they see is cut in the view. */
export const calibrationAccess = {
  'calibration.list': signedIn,
  'calibration.read': allow('calibration', { calibrationMember: '*', calibrationChair: '*', hr: '*' }),
  'calibration.selfReview': allow('calibration', { calibrationMember: '*', calibrationChair: '*' }),
} as const satisfies Record<string, AccessRule>;
