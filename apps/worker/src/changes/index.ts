export { changeOf } from './event.js';
export { approvalActOf, followApprovals } from './approvals.js';
export { joinTransitions } from './join.js';
export { moveVisit } from './moveVisit.js';
export { ORGANISATION_CHANGED, recordingMoves } from './record.js';
export { startChanges } from './advance.js';
export { startLeaverLinks } from './leaverLinks.js';
