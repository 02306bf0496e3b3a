import { z } from 'zod';

/** Part of a plan that a difference belongs to. */
export const PlanPart = z.enum(['general', 'indicators', 'sheets', 'personal', 'bands', 'quotas', 'reward', 'buffer', 'appeals', 'steps', 'motivation', 'goalChanges']).meta({ id: 'PlanPart' });
export type PlanPart = z.infer<typeof PlanPart>;

/**
 * One place in which two plan documents differ. `path` names list entries by their key (`sheets.content-base.items.articleReads.weightBp`), so that an entry that stands elsewhere
 * is compared with itself. `before` is left out for what is new, `after` for what falls away.
 */
export const PlanDifference = z
  .object({ part: PlanPart, path: z.string(), change: z.enum(['added', 'removed', 'changed']), before: z.unknown().optional(), after: z.unknown().optional() })
  .meta({ id: 'PlanDifference' });
export type PlanDifference = z.infer<typeof PlanDifference>;
