import type { AccessRule } from '../rule.js';

/** Routes of plans. */
export const plansAccess = {} as const satisfies Record<string, AccessRule>;
