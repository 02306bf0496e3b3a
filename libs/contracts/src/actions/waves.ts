import type { StepActions } from './registry.js';

/** Decisions in a process of kind `wave`. */
export const waveActions: StepActions = {};
