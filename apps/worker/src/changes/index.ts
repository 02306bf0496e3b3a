export { changeOf } from './event.js';
export { followApprovals } from './approvals.js';
export { moveVisit } from './moveVisit.js';
export { startChanges } from './advance.js';
