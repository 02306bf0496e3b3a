import type { StepActions } from './registry.js';

/** Actions of a cycle, key `process`. */
export const cycleActions: StepActions = {};
