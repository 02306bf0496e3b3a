import type { AccessRule } from '../rule.js';

/** Routes of metrics. */
export const metricsAccess = {} as const satisfies Record<string, AccessRule>;
