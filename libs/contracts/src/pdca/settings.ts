import { z } from 'zod';
import { BasisPoints, Duration } from '../common/index.js';

/** How much a plan may change. Too often is chaos, too little is dead: every figure is configuration of the rollout. */
export const ChangeLimits = z
  .object({
    /** New versions that one quarter may bring. A reverted version is not counted. */
    versionsPerQuarter: z.int().min(1).max(10).default(1),
    /** Indicators replaced in one sheet. */
    replacedPerSheet: z.int().min(0).max(30).default(2),
    /** Weight moved in one sheet: half the sum of absolute changes. */
    movedBpPerSheet: BasisPoints.default(2_000),
    /** After so many quarters in a row without change, a reason has to be written down. */
    quartersWithoutChange: z.int().min(1).max(20).default(2),
  })
  .meta({ id: 'ChangeLimits' });
export type ChangeLimits = z.infer<typeof ChangeLimits>;

/** Settings of the quarters of a rollout. The lengths count from the first day of the quarter: tracking overlaps the review of the next one. */
export const PdcaSettings = z
  .object({
    limits: ChangeLimits.prefault({}),
    /** Months of review, adjustment and tracking. Left out of account where `steps` names shorter ones. */
    months: z.object({ review: z.int().min(1).max(3), adjust: z.int().min(1).max(6), track: z.int().min(1).max(6) }).default({ review: 1, adjust: 2, track: 1 }),
    /** Lengths from the opening of each phase instead of months: for trying out, and where a company wants others. */
    steps: z.object({ review: Duration, adjust: Duration, track: Duration }).optional(),
    /** A reading with a smaller sample says nothing about an effect. */
    minSample: z.int().min(1).max(1_000_000).default(5),
    /** How often the tracking of one adjustment may be extended. */
    extensions: z.int().min(0).max(10).default(1),
  })
  .meta({ id: 'PdcaSettings' });
export type PdcaSettings = z.infer<typeof PdcaSettings>;
