import type { StepActions } from './registry.js';

/** Actions of HR on one review, key `process`. */
export const hrActions: StepActions = {};
