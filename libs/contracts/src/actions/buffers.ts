import type { StepActions } from './registry.js';

/** Actions of buffer periods. */
export const bufferActions: StepActions = {};
