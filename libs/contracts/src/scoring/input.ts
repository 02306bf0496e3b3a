import { z } from 'zod';
import { DecimalString, LocalDate } from '../common/index.js';
import { ItemId } from '../goals/index.js';

/** A value of an indicator for one sub-period; `weight` only for weighted means. `source` and `batch` are shown beside the value. */
export const SubPeriodValue = z
  .object({
    subPeriod: z.string().min(1).max(40),
    startsOn: LocalDate,
    endsOn: LocalDate,
    value: DecimalString,
    weight: DecimalString.nullable().default(null),
    source: z.string().max(200),
    batch: z.string().max(200),
  })
  .meta({ id: 'SubPeriodValue' });
export type SubPeriodValue = z.infer<typeof SubPeriodValue>;

/** A judged score: whole points from 0 to 100 with a comment. `comment` is also where a scorer answers a flag of a computed item. */
export const Judgement = z.object({ itemId: ItemId, score: z.int().min(0).max(100).nullable(), comment: z.string().max(4_000) }).meta({ id: 'Judgement' });
export type Judgement = z.infer<typeof Judgement>;

/** Body of `PUT /reviews/:id/scores` (draft) and `POST /reviews/:id/scores` (submitted). */
export const ScoreSubmission = z.object({ items: z.array(Judgement).max(200), comment: z.string().max(4_000).default('') }).meta({ id: 'ScoreSubmission' });
export type ScoreSubmission = z.infer<typeof ScoreSubmission>;
