import { z } from 'zod';
import { Duration } from '../common/index.js';
import { MeasureKey } from '../rollouts/measures.js';

const Limit = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/);

/** A measure that a pilot watches, with the limits inside which it must stay; without limits it is only watched. `indicator`: the imported indicator that the evaluation compares by community; without it the measure is not compared. */
export const Guard = z.object({ key: MeasureKey, min: Limit.optional(), max: Limit.optional(), indicator: z.string().min(1).max(80).optional() }).meta({ id: 'PilotGuard' });
export type Guard = z.infer<typeof Guard>;

/** The start set: twelve monitored indicators, guarded where a company usually agrees on a limit. */
const startSet: Guard[] = [
  { key: 'monthlyActiveShare' }, { key: 'retention' }, { key: 'interactionRate' }, { key: 'conversion' }, { key: 'satisfaction' }, { key: 'dataQuality', min: '0.95' },
  { key: 'goalsOnTime', min: '0.8' }, { key: 'scoringSpread' }, { key: 'appealRate', max: '0.1' }, { key: 'acceptance' }, { key: 'workloadHours' }, { key: 'attrition', max: '0.1' },
];

/** Settings of the pilots of a rollout; every figure is a default. */
export const PilotSettings = z
  .object({
    /** Communities for each value of each stratum that count as represented. */
    perStratum: z.int().min(1).max(50).default(2),
    /** Communities for each group below which no effect is computed. */
    minSample: z.int().min(2).max(1_000).default(5),
    /** Periods before the pilot that the check of parallel trends needs. */
    minPrePeriods: z.int().min(2).max(36).default(3),
    guards: z.array(Guard).min(1).max(20).default(startSet),
    /** What a broken guard does: asks the lead, or pauses the pilot until the lead decides. */
    onBrokenGuard: z.enum(['ask', 'pause']).default('ask'),
    /** Time between two reviews, and how many there are. */
    reviewEvery: Duration.default({ n: 7, unit: 'day' }),
    reviews: z.int().min(1).max(60).default(8),
  })
  .meta({ id: 'PilotSettings' });
export type PilotSettings = z.infer<typeof PilotSettings>;
