import type { AccessRule } from '../rule.js';

/** Routes of operations. */
export const operationsAccess = {} as const satisfies Record<string, AccessRule>;
