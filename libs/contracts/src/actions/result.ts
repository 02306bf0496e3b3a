import type { StepActions } from './registry.js';

/** Actions of acknowledging a result and the interview. */
export const resultActions: StepActions = {};
