import type { StepActions } from './registry.js';

/** Decisions in a process of kind `rollout`. */
export const rolloutActions: StepActions = {};
