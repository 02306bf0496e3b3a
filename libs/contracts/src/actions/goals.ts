import type { StepActions } from './registry.js';

/** Actions of goal setting, goal changes and check-ins. */
export const goalActions: StepActions = {};
