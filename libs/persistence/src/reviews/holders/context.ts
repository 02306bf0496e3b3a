import type { Executor } from '../../database/index.js';

/** Where and when it is asked who acts. */
export interface HolderContext {
  tx: Executor;
  /** ISO 8601 in UTC. */
  now: string;
}

/** What of a review decides who acts in it. */
export interface ReviewOf {
  id: string;
  employeeId: string;
  departmentId: string;
}

export const dayOf = (now: string): string => now.slice(0, 10);
