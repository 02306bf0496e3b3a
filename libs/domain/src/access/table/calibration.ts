import type { AccessRule } from '../rule.js';

/** Routes of calibration. */
export const calibrationAccess = {} as const satisfies Record<string, AccessRule>;
