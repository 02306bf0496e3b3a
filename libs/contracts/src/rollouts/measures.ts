import { z } from 'zod';
import { Id, Instant } from '../common/index.js';

/**
 * Live measures of a rollout. The first twelve are the indicators that a pilot monitors (start set, editable). Every gate, guard, risk and benefit names one of these keys, never a query of its own.
 */
export const MeasureKey = z
  .enum([
    'monthlyActiveShare', 'retention', 'interactionRate', 'conversion', 'satisfaction', 'dataQuality', 'goalsOnTime', 'scoringSpread', 'appealRate', 'acceptance', 'workloadHours', 'attrition',
    'cycleCompletion', 'trainedManagers', 'trainedOperators', 'executionConsistency', 'budgetUsed', 'openIssues', 'adminCapacity',
  ])
  .meta({ id: 'MeasureKey' });
export type MeasureKey = z.infer<typeof MeasureKey>;

/** `share`: 0 to 1. `points`: score points. `hours`, `count`, `ratio` as they say. */
export const MeasureUnit = z.enum(['share', 'points', 'hours', 'count', 'ratio']).meta({ id: 'MeasureUnit' });

/** What a measure read at an instant. `value` is an exact decimal number as text; null: there is nothing to read it from yet. `sampleSize` counts what went into it, in the measure's own units (communities, people, reviews). */
export const Reading = z.object({ key: MeasureKey, value: z.string().nullable(), sampleSize: z.int(), asOf: Instant }).meta({ id: 'Reading' });
export type Reading = z.infer<typeof Reading>;

/** Where a measure is read: a whole rollout, one pilot, one wave, or a list of communities. */
export const MeasureScope = z.discriminatedUnion('of', [
  z.object({ of: z.literal('rollout'), rolloutId: Id }),
  z.object({ of: z.literal('pilot'), rolloutId: Id, pilotId: Id }),
  z.object({ of: z.literal('wave'), rolloutId: Id, waveId: Id }),
  z.object({ of: z.literal('communities'), rolloutId: Id, communityIds: z.array(Id) }),
]);
export type MeasureScope = z.infer<typeof MeasureScope>;
