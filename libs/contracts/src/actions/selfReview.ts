import type { StepActions } from './registry.js';

/** Actions of self-review and collaborator input. */
export const selfReviewActions: StepActions = {};
