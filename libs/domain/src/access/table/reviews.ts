import type { AccessRule } from '../rule.js';

/** Routes of reviews. */
export const reviewsAccess = {} as const satisfies Record<string, AccessRule>;
