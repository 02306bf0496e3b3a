import type { AccessRule } from '../rule.js';

/** Routes of identity. */
export const identityAccess = {} as const satisfies Record<string, AccessRule>;
