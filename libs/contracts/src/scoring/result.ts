import { z } from 'zod';
import { DecimalString } from '../common/index.js';
import { ItemId } from '../goals/index.js';
import { SubPeriodValue } from './input.js';

/**
 * One step of the computation as a person can repeat it by hand: `formula` with the names of `inputs`, all numbers as strings.
 * A number that has no end is shown with six decimals behind "≈"; the computation itself goes on with the exact fraction.
 */
export const ScoreStep = z
  .object({
    step: z.enum(['aggregate', 'formula', 'target', 'achievement', 'difference', 'curve', 'judgement', 'round', 'weight', 'total']),
    formula: z.string(),
    inputs: z.record(z.string(), z.string()),
    result: z.string(),
  })
  .meta({ id: 'ScoreStep' });
export type ScoreStep = z.infer<typeof ScoreStep>;

/** Something that people must look at: `SCORING.*`, with figures. */
export const ScoreFlag = z
  .object({ code: z.string(), itemId: ItemId, needsComment: z.boolean(), details: z.record(z.string(), z.string()) })
  .meta({ id: 'ScoreFlag' });
export type ScoreFlag = z.infer<typeof ScoreFlag>;

/**
 * How far an item is: `scored`; `missing` (never zero); `notDueYet` (a lagging value whose window has not passed); `unjudged` (the
 * scorer's points are missing); `qualityBlocked` (data under the quality limit and not accepted).
 */
export const ItemState = z.enum(['scored', 'missing', 'notDueYet', 'unjudged', 'qualityBlocked']).meta({ id: 'ItemState' });
export type ItemState = z.infer<typeof ItemState>;

export const ItemScore = z
  .object({
    itemId: ItemId,
    state: ItemState,
    weightBp: z.int(),
    /** After weights of missing items were moved; 0 for those. */
    effectiveWeightBp: z.int(),
    target: DecimalString.nullable(),
    value: z.string().nullable(),
    achievement: z.string().nullable(),
    scoreCenti: z.int().nullable(),
    values: z.array(SubPeriodValue),
    leftOut: z.array(SubPeriodValue),
    steps: z.array(ScoreStep),
  })
  .meta({ id: 'ItemScore' });
export type ItemScore = z.infer<typeof ItemScore>;

/**
 * The result of a sheet. `scored` has total and band; `incomplete` waits for judgements; `blocked` for values or data quality;
 * `notRatable` is decided by HR and the department head. Items `notDueYet` are to be recorded as a supplement in the next cycle.
 */
export const ScoreResult = z
  .object({
    state: z.enum(['scored', 'incomplete', 'blocked', 'notRatable']),
    items: z.array(ItemScore),
    movedWeightBp: z.int(),
    totalCenti: z.int().nullable(),
    band: z.string().nullable(),
    steps: z.array(ScoreStep),
    flags: z.array(ScoreFlag),
    waitingFor: z.array(ItemId),
    supplements: z.array(ItemId),
  })
  .meta({ id: 'ScoreResult' });
export type ScoreResult = z.infer<typeof ScoreResult>;
