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

/** Body of the action `submit` of a scoring visit; also the shape of its draft (`visit/<id>`). */
export const ScoreSubmission = z.object({ items: z.array(Judgement).max(200), comment: z.string().max(4_000).default('') }).meta({ id: 'ScoreSubmission' });
export type ScoreSubmission = z.infer<typeof ScoreSubmission>;

const Reason = z.string().trim().min(1).max(2_000);

/** The scorer says that values will not come: HR and the department head decide whether the person is rated without them. */
export const AskForRatability = z.object({ reason: Reason }).meta({ id: 'AskForRatability' });
export type AskForRatability = z.infer<typeof AskForRatability>;

/** What HR or the department head thinks of a person whose sheet lacks too many values. Both must agree to rate. */
export const RatabilityOpinion = z.object({ decision: z.enum(['rate', 'notRated']), reason: Reason }).meta({ id: 'RatabilityOpinion' });
export type RatabilityOpinion = z.infer<typeof RatabilityOpinion>;

/** Words of a manager under whom the person worked for less than 20 working days: such a stretch gives an opinion only. */
export const GiveOpinion = z.object({ text: z.string().trim().min(1).max(4_000) }).meta({ id: 'GiveOpinion' });
export type GiveOpinion = z.infer<typeof GiveOpinion>;
