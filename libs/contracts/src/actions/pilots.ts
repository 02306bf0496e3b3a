import type { StepActions } from './registry.js';

/** Decisions in a process of kind `pilot`. */
export const pilotActions: StepActions = {};
