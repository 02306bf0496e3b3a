import type { ApprovalHost } from '../approvals/index.js';
import { goalsHost } from './approval.js';
import { changeHost } from './change.js';

/** What is approved inside a review, by the step of its visits. */
export const goalHosts: Readonly<Record<string, ApprovalHost>> = { goalApproval: goalsHost, goalChangeApproval: changeHost };
