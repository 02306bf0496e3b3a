import type { AccessRule } from '../rule.js';

/** Routes of cycles. */
export const cyclesAccess = {} as const satisfies Record<string, AccessRule>;
