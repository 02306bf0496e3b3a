import { z } from 'zod';
import { BasisPoints, BilingualText } from '../common/index.js';
import { AppealRules } from './appeals.js';
import { Indicator } from './indicator.js';
import { Band, BufferRules, MotivationRules, QuotaRules, RecognitionRules, RewardRules } from './outcome.js';
import { PersonalBlock, Sheet } from './sheet.js';
import { PlanSteps } from './steps.js';

/** How often goals may change in a period, and until which share of it has passed (a fraction, because two thirds are no whole bp). */
export const GoalChangeRules = z
  .object({ maxCount: z.int().min(0).max(10), until: z.object({ numerator: z.int().min(0).max(100), denominator: z.int().min(1).max(100) }) })
  .meta({ id: 'GoalChangeRules' });
export type GoalChangeRules = z.infer<typeof GoalChangeRules>;

/**
 * A version of a performance plan 绩效方案 as one document: what is measured, how it is scored and what follows.
 * The schema checks the shape only; `validatePlan` of the domain checks the rules. Immutable once a cycle uses it.
 */
export const PlanDocument = z
  .object({
    formatVersion: z.literal(1),
    code: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
    name: BilingualText,
    indicators: z.array(Indicator).min(1).max(200),
    sheets: z.array(Sheet).min(1).max(500),
    personal: PersonalBlock,
    /** Weight that may be moved for missing values before a person is not ratable. */
    maxReweightBp: BasisPoints.default(3_000),
    /** Data below this quality blocks scoring of the indicator until corrected or accepted. */
    minQualityBp: BasisPoints.default(9_500),
    bands: z.array(Band).min(2).max(10),
    quotas: QuotaRules,
    reward: RewardRules,
    buffer: BufferRules,
    /** Left out: panels of three. */
    appeals: AppealRules.optional(),
    steps: PlanSteps,
    motivation: MotivationRules,
    support: z.array(BilingualText).max(20),
    recognition: RecognitionRules,
    goalChanges: GoalChangeRules.default({ maxCount: 2, until: { numerator: 2, denominator: 3 } }),
  })
  .meta({ id: 'PlanDocument' });
export type PlanDocument = z.infer<typeof PlanDocument>;

/**
 * A finding about a document. An `error` forbids use; an `overridable` error forbids it until the plan owner records a reason;
 * a `warning` is shown. `path` is a JSON path such as `sheets[2].items[0].weightBp`.
 */
export const PlanFinding = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'overridable', 'warning']),
    path: z.string(),
    details: z.record(z.string(), z.unknown()),
    /** The recorded reason, when an overridable error was overridden. */
    overrideReason: z.string().optional(),
  })
  .meta({ id: 'PlanFinding' });
export type PlanFinding = z.infer<typeof PlanFinding>;

/** The plan owner's recorded reason for using a plan in spite of an overridable error. */
export const PlanOverride = z.object({ code: z.string(), path: z.string(), reason: z.string().trim().min(1).max(2_000) }).meta({ id: 'PlanOverride' });
export type PlanOverride = z.infer<typeof PlanOverride>;

/** Body of `POST /plans/:code/versions`: a new draft version. */
export const UploadPlanVersion = z.object({ document: PlanDocument, overrides: z.array(PlanOverride).max(100).default([]) }).meta({ id: 'UploadPlanVersion' });
export type UploadPlanVersion = z.infer<typeof UploadPlanVersion>;

/** What each band would pay a person, shown before goals are agreed. */
export const RewardPreviewLine = z
  .object({ band: z.string(), name: BilingualText, coefficientBp: z.int(), fullCents: z.int(), ownCents: z.int(), teamCents: z.int() })
  .meta({ id: 'RewardPreviewLine' });
export type RewardPreviewLine = z.infer<typeof RewardPreviewLine>;
