import type { ProcessHandlers } from '../processes/index.js';

export { enterCalibration } from './enter.js';

/** Rules of a calibration session. */
export const calibrationHandlers: ProcessHandlers = { kind: 'calibration', open: async () => ({ outcome: 'opened', step: 'open', audit: [] }), actions: {}, expire: {}, events: {} };
