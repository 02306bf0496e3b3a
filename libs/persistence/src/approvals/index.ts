export { activity } from './candidates.js';
export { abandonApproval, insertApproval, loadApproval, saveApproval, type ApprovalCase } from './instances.js';
export { insertComment, type NewComment } from './comments.js';
export { resolveApprovers } from './resolution.js';
export type { ApprovalScope } from './scope.js';
