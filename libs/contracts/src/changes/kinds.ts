import { z } from 'zod';

/** What can change in the organisation while processes run; one event each. */
export const ChangeKind = z
  .enum(['managerChanged', 'left', 'onLeave', 'returned', 'transferred', 'departmentMerged', 'departmentSplit', 'departmentRenamed', 'joinedLate'])
  .meta({ id: 'ChangeKind' });
export type ChangeKind = z.infer<typeof ChangeKind>;

/**
 * What a change does to a process. `followNew`: the new manager takes over what the old one has not decided, and every later step. `stayOld`: the old one keeps both.
 * `bySegments`: steps of today follow the new manager, and each of them scores their own stretch, weighted by days.
 */
export const ChangePolicy = z.enum(['followNew', 'stayOld', 'bySegments']).meta({ id: 'ChangePolicy' });
export type ChangePolicy = z.infer<typeof ChangePolicy>;
