import type { AccessRule } from '../rule.js';

/** Routes of appeals. */
export const appealsAccess = {} as const satisfies Record<string, AccessRule>;
