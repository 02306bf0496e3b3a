import { z } from 'zod';

/** The four phases of a rollout in their order: 准备期, 试点验证期, 全面推广期, 持续优化期. The last one has no end. */
export const RolloutPhase = z.enum(['design', 'pilot', 'rollout', 'optimise']).meta({ id: 'RolloutPhase' });
export type RolloutPhase = z.infer<typeof RolloutPhase>;

/** Kinds of process that a rollout starts. */
export const RolloutChildKind = z.enum(['pilot', 'wave', 'pdcaQuarter']).meta({ id: 'RolloutChildKind' });
export type RolloutChildKind = z.infer<typeof RolloutChildKind>;

/** A quarter of the calendar, as `2027Q1`. */
export const Quarter = z.string().regex(/^\d{4}Q[1-4]$/).meta({ id: 'Quarter' });
