import { z } from 'zod';
import { DecimalString, Id, LocalDate } from '../common/index.js';
import { IndicatorId } from '../plans/index.js';
import { MeasureKey } from '../rollouts/index.js';

const Text = z.string().trim().min(1).max(4_000);

/** Five dimensions of a review 五维评估: operating efficiency, organisational ability, long-term value, acceptance, sustainability. */
export const PdcaDimension = z.enum(['efficiency', 'ability', 'longTermValue', 'acceptance', 'sustainability']).meta({ id: 'PdcaDimension' });
export type PdcaDimension = z.infer<typeof PdcaDimension>;

/** What somebody says about one dimension; `rating` 1 (poor) to 5 (very good). */
export const DimensionFinding = z.object({ dimension: PdcaDimension, rating: z.int().min(1).max(5), text: Text }).meta({ id: 'DimensionFinding' });
export type DimensionFinding = z.infer<typeof DimensionFinding>;

/** User research 用户调研 that a review rests on. Nothing personal: what was asked, of how many, and what came out. */
export const UserResearch = z.object({ method: Text, conductedOn: LocalDate, participants: z.int().min(1).max(1_000_000), summary: Text }).meta({ id: 'UserResearch' });
export type UserResearch = z.infer<typeof UserResearch>;

/** The review ends: every dimension is looked at and the user research attached; the rules refuse what is missing. */
export const CompleteQuarterReview = z.object({ findings: z.array(DimensionFinding).max(5), research: z.array(UserResearch).max(20) }).meta({ id: 'CompleteQuarterReview' });
export type CompleteQuarterReview = z.infer<typeof CompleteQuarterReview>;

/** One item of one sheet that an adjustment is about. */
export const TouchedItem = z.object({ sheetId: z.string().min(1).max(60), indicatorId: IndicatorId }).meta({ id: 'TouchedItem' });
export type TouchedItem = z.infer<typeof TouchedItem>;

/** What an adjustment is expected to bring: the measure and its change in the unit of the measure (`0.03`: three points of a share), with sign. */
export const ExpectedEffect = z.object({ measure: MeasureKey, change: DecimalString, text: Text }).meta({ id: 'ExpectedEffect' });
export type ExpectedEffect = z.infer<typeof ExpectedEffect>;

/** An adjustment writes its expected effect down first; without it, it is refused. */
export const ProposeAdjustment = z
  .object({ title: z.string().trim().min(1).max(200), reason: Text, touches: z.array(TouchedItem).min(1).max(60), expected: ExpectedEffect.optional() })
  .meta({ id: 'ProposeAdjustment' });
export type ProposeAdjustment = z.infer<typeof ProposeAdjustment>;

/** Takes a proposal off the list. */
export const DropAdjustment = z.object({ adjustmentId: Id, reason: Text }).meta({ id: 'DropAdjustment' });

/** The approved plan version that carries the adjustments out. */
export const AdoptVersion = z.object({ planVersionId: Id }).meta({ id: 'AdoptVersion' });

/** The quarter ends without a change; after two such quarters in a row a reason is needed. */
export const KeepUnchanged = z.object({ reason: z.string().trim().max(4_000).optional() }).meta({ id: 'KeepUnchanged' });

/** What becomes of an adjustment once its effect was compared. */
export const EffectDecision = z.enum(['keep', 'revert', 'extend']).meta({ id: 'EffectDecision' });
export type EffectDecision = z.infer<typeof EffectDecision>;

/** One decision for every adjustment whose effect was compared. */
export const DecideEffect = z.object({ decisions: z.array(z.object({ adjustmentId: Id, decision: EffectDecision, reason: Text })).min(1).max(60) }).meta({ id: 'DecideEffect' });
export type DecideEffect = z.infer<typeof DecideEffect>;

/** Pauses or resumes one quarter alone. */
export const PauseQuarter = z.object({ reason: Text }).meta({ id: 'PauseQuarter' });
export const ResumeQuarter = z.object({ reason: z.string().trim().max(4_000).optional() }).meta({ id: 'ResumeQuarter' });
