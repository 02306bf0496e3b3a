import { z } from 'zod';
import { DecimalString, Id, Instant, LocalDate, PersonRef } from '../common/index.js';
import { MeasureKey } from '../rollouts/index.js';

/** `points`: the value itself changes by so much (0.18: 18 points of a share). `relative`: by this share of the value at the start (0.35: 35 %). */
export const BenefitKind = z.enum(['points', 'relative']).meta({ id: 'BenefitKind' });
export type BenefitKind = z.infer<typeof BenefitKind>;

const shape = {
  title: z.string().trim().min(1).max(200), titleEn: z.string().trim().max(200).optional(), kind: BenefitKind, change: DecimalString, promisedOn: LocalDate, ownerId: Id,
  /** Read live where named; else readings are entered with their source. */
  measure: MeasureKey.optional(),
  /** Value at the start; left out with a measure, it is read now. */
  baseline: DecimalString.optional(),
};

/** Something that the rollout promises: how much, until when, and who answers for it. */
export const CreateBenefit = z.object(shape).meta({ id: 'CreateBenefit' });
export type CreateBenefit = z.infer<typeof CreateBenefit>;

/** Takes over the effects that the reference names, for one person to answer for until a date. Those that are there already stay as they are. */
export const TakeStartSet = z.object({ ownerId: Id, promisedOn: LocalDate }).meta({ id: 'TakeStartSet' });
export type TakeStartSet = z.infer<typeof TakeStartSet>;

/** A value that somebody read elsewhere, and where. */
export const EnterReading = z.object({ value: DecimalString, readOn: LocalDate, sampleSize: z.int().min(1).max(1_000_000_000), source: z.string().trim().min(1).max(500) }).meta({ id: 'EnterReading' });
export type EnterReading = z.infer<typeof EnterReading>;

/** `overdue`: the day has passed and the effect was not reached, or nobody can say. */
export const BenefitState = z.enum(['reached', 'underWay', 'overdue', 'noData']).meta({ id: 'BenefitState' });
export type BenefitState = z.infer<typeof BenefitState>;

export const BenefitReading = z.object({ value: z.string(), readOn: LocalDate, sampleSize: z.int(), source: z.string().nullable(), enteredBy: PersonRef.nullable() }).meta({ id: 'BenefitReading' });

/** A benefit with its latest reading. `achieved` is the change so far in the unit of `change`, as an exact decimal rounded half up to four places. */
export const BenefitView = z
  .object({
    id: Id, title: z.string(), titleEn: z.string().nullable(), kind: BenefitKind, change: z.string(), promisedOn: LocalDate, owner: PersonRef, measure: MeasureKey.nullable(), baseline: z.string().nullable(),
    latest: BenefitReading.nullable(), achieved: z.string().nullable(), state: BenefitState, createdAt: Instant,
  })
  .meta({ id: 'BenefitView' });
export type BenefitView = z.infer<typeof BenefitView>;
export const BenefitList = z.object({ benefits: z.array(BenefitView) }).meta({ id: 'BenefitList' });
export type BenefitList = z.infer<typeof BenefitList>;
export const BenefitsMade = z.object({ ids: z.array(Id) }).meta({ id: 'BenefitsMade' });
export type BenefitsMade = z.infer<typeof BenefitsMade>;
