import { z } from 'zod';
import { BasisPoints, BilingualText, Duration } from '../common/index.js';
import { ScoreCenti } from './indicator.js';

export const BandCode = z.string().regex(/^[A-Z][A-Z0-9+-]{0,9}$/);

/** A rating band: totals from `lowerCenti` up to, not including, the lower limit of the band above. */
export const Band = z.object({ code: BandCode, name: BilingualText, lowerCenti: ScoreCenti }).meta({ id: 'Band' });
export type Band = z.infer<typeof Band>;

/** Shares of the rated people in bands. `soft` misses need an explanation at sign-off, `hard` ones block it. */
export const QuotaRules = z
  .object({
    mode: z.enum(['off', 'soft', 'hard']),
    quotas: z.array(z.object({ band: BandCode, kind: z.enum(['minimum', 'maximum', 'exact']), shareBp: BasisPoints })).max(20).default([]),
    /** Groups with fewer rated people have no quota of their own. */
    smallestGroup: z.int().min(1).max(1_000).default(10),
  })
  .meta({ id: 'QuotaRules' });
export type QuotaRules = z.infer<typeof QuotaRules>;

/** What a band pays as a share of the base (10,000 bp are 100 %); a part may go to the team. */
export const RewardRules = z
  .object({
    coefficients: z.array(z.object({ band: BandCode, coefficientBp: z.int().min(0).max(50_000) })).min(1).max(20),
    teamShareBp: BasisPoints.default(0),
    teamSplit: z.enum(['equally', 'byBase']).default('equally'),
  })
  .meta({ id: 'RewardRules' });
export type RewardRules = z.infer<typeof RewardRules>;

/** What is paid during the shadow cycles: by the result under the previous plan, or a guaranteed coefficient. */
export const ShadowPayRule = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('previousResult') }),
    z.object({ kind: z.literal('guaranteed'), coefficientBp: z.int().min(0).max(50_000).default(10_000) }),
  ])
  .meta({ id: 'ShadowPayRule' });
export type ShadowPayRule = z.infer<typeof ShadowPayRule>;

/**
 * What a result in an improvement buffer pays by, instead of the coefficient of its band: while the buffer runs, and when its outcome softens or waives the consequence.
 * A consequence in effect pays by the band. The outcome comes as a difference line.
 */
export const ImprovementPay = z
  .object({ pendingBp: z.int().min(0).max(50_000), softenedBp: z.int().min(0).max(50_000), waivedBp: z.int().min(0).max(50_000) })
  .meta({ id: 'ImprovementPay' });
export type ImprovementPay = z.infer<typeof ImprovementPay>;

/** Buffer periods 缓冲期. `shadow`: first cycles without effect. `improvement`: a low result takes effect only after a supported window. */
export const BufferRules = z
  .object({
    shadow: z.object({ cycles: z.int().min(0).max(4).default(1), pay: ShadowPayRule }),
    improvement: z.object({
      bands: z.array(BandCode).max(10),
      /** Only totals below this start an improvement buffer, so that a quota alone never does. */
      belowTotalCenti: ScoreCenti,
      weeks: z.int().min(4).max(26).default(8),
      checkinWeeks: z.int().min(1).max(8).default(2),
      /** For demonstrations and tests: the length of the window instead of its weeks. Seconds only where the configuration allows them. */
      length: Duration.optional(),
      agreement: Duration.default({ n: 10, unit: 'workingDay' }),
      consequence: BilingualText,
      softened: BilingualText,
      /** Left out: pay follows the band, and the consequence is one outside of pay. */
      pay: ImprovementPay.optional(),
    }),
  })
  .meta({ id: 'BufferRules' });
export type BufferRules = z.infer<typeof BufferRules>;

/** 激励因素 and 保健因素, listed separately. */
export const MotivationRules = z
  .object({ motivators: z.array(BilingualText).min(1).max(20), hygiene: z.array(BilingualText).min(1).max(20) })
  .meta({ id: 'MotivationRules' });

/** Recognition 社会认同: only people who opted in, only the first `places`; low ranks are never shown by name. */
export const RecognitionRules = z
  .object({ leaderboard: z.boolean(), places: z.int().min(1).max(20), starOfMonth: z.boolean(), optIn: z.literal(true) })
  .meta({ id: 'RecognitionRules' });
