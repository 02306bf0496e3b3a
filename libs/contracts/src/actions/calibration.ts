import type { StepActions } from './registry.js';

/** Actions of a calibration session. */
export const calibrationActions: StepActions = {};
