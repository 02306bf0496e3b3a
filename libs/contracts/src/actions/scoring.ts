import type { StepActions } from './registry.js';

/** Actions of manager scoring. */
export const scoringActions: StepActions = {};
