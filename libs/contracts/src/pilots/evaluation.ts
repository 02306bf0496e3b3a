import { z } from 'zod';
import { BilingualText } from '../common/index.js';
import { MeasureKey } from '../rollouts/index.js';

/** `trendBroken`: the groups already moved apart before the pilot, so the difference cannot be put down to the plan. `notEnoughData`: people judge the raw differences. */
export const EffectVerdict = z.enum(['effect', 'noEffect', 'trendBroken', 'notEnoughData']).meta({ id: 'PilotEffectVerdict' });
export type EffectVerdict = z.infer<typeof EffectVerdict>;

/** A difference with its 95 % interval; exact decimals as text in the unit of the measure, rounded half up to six places. */
export const EstimatedDifference = z.object({ difference: z.string(), low: z.string(), high: z.string(), degreesOfFreedom: z.int() }).meta({ id: 'EstimatedDifference' });
export type EstimatedDifference = z.infer<typeof EstimatedDifference>;

/** Changes of both groups, before to after; null where a group has no community with values on both sides. */
export const MeasureEvaluation = z
  .object({
    key: MeasureKey, verdict: EffectVerdict, pilotChange: z.string().nullable(), comparisonChange: z.string().nullable(), pilotSample: z.int(), comparisonSample: z.int(),
    effect: EstimatedDifference.nullable(), trend: EstimatedDifference.nullable(), favourable: z.boolean().nullable(), words: BilingualText,
  })
  .meta({ id: 'PilotMeasureEvaluation' });
export type MeasureEvaluation = z.infer<typeof MeasureEvaluation>;
