import { z } from 'zod';

/** What can be appealed against. The weights of the plan and other people's results cannot. */
export const AppealItemKind = z.enum(['indicatorData', 'judgedScore', 'procedure', 'calibrationChange', 'bufferOutcome']).meta({ id: 'AppealItemKind' });
export type AppealItemKind = z.infer<typeof AppealItemKind>;

/** One contested thing. `key` names the indicator or judged item of the sheet; empty for the other kinds. */
export const AppealItem = z.object({ kind: AppealItemKind, key: z.string().max(200).default('') }).meta({ id: 'AppealItem' });
export type AppealItem = z.infer<typeof AppealItem>;

/** Why: each ground fits certain kinds of item. */
export const AppealGround = z.enum(['dataWrong', 'judgementUnfounded', 'procedureViolated', 'changeUnfounded', 'outcomeUnfounded']).meta({ id: 'AppealGround' });
export type AppealGround = z.infer<typeof AppealGround>;

/** The second level hears only these two. */
export const SecondLevelGround = z.enum(['procedureError', 'newEvidence']).meta({ id: 'SecondLevelGround' });
export type SecondLevelGround = z.infer<typeof SecondLevelGround>;

/** The only reasons for which an appeal is not heard. */
export const RefusalGround = z.enum(['late', 'noGround', 'repeat']).meta({ id: 'RefusalGround' });
export type RefusalGround = z.infer<typeof RefusalGround>;

/** `confirmed` 维持, `adjusted` 变更, `backToScoring` 发回重评. */
export const AppealOutcome = z.enum(['confirmed', 'adjusted', 'backToScoring']).meta({ id: 'AppealOutcome' });
export type AppealOutcome = z.infer<typeof AppealOutcome>;

/**
 * New value of a contested item: a score in centi-points (indicator data, judged score), a band (calibration change),
 * or the outcome of an improvement buffer.
 */
export const AppealValue = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('score'), scoreCenti: z.int().min(0).max(100_000) }),
    z.object({ kind: z.literal('band'), band: z.string().min(1).max(20) }),
    z.object({ kind: z.literal('buffer'), outcome: z.enum(['fulfilled', 'partly', 'not']) }),
  ])
  .meta({ id: 'AppealValue' });
export type AppealValue = z.infer<typeof AppealValue>;
