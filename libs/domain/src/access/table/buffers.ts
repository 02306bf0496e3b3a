import type { AccessRule } from '../rule.js';

/** Routes of buffers. */
export const buffersAccess = {} as const satisfies Record<string, AccessRule>;
