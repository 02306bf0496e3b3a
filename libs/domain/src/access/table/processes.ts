import type { AccessRule } from '../rule.js';

/** Routes of processes. */
export const processesAccess = {} as const satisfies Record<string, AccessRule>;
