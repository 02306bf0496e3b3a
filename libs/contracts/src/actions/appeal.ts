import type { StepActions } from './registry.js';

/** Actions of an appeal. */
export const appealActions: StepActions = {};
