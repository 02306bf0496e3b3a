import type { AccessRule } from '../rule.js';

/** Routes of org. */
export const orgAccess = {} as const satisfies Record<string, AccessRule>;
