import type { StepActions } from './registry.js';

/** Decisions in a process of kind `pdcaQuarter`. */
export const pdcaQuarterActions: StepActions = {};
