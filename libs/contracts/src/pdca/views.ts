import { z } from 'zod';
import { Id, Instant, LocalDate, PersonRef } from '../common/index.js';
import { Reading } from '../rollouts/index.js';
import { DimensionFinding, EffectDecision, ExpectedEffect, PdcaDimension, TouchedItem, UserResearch } from './bodies.js';
import { ChangeLimits } from './settings.js';

/** How the measured change compares with the expected one. `opposite`: it went the other way. */
export const EffectOutcome = z.enum(['reached', 'partly', 'notReached', 'opposite', 'notEnoughData']).meta({ id: 'EffectOutcome' });
export type EffectOutcome = z.infer<typeof EffectOutcome>;

/** The reading when the adjustment was adopted, the one at the end, and what they say. Exact decimals as text. */
export const ComparedEffect = z.object({ baseline: Reading, measured: Reading, change: z.string().nullable(), outcome: EffectOutcome }).meta({ id: 'ComparedEffect' });
export type ComparedEffect = z.infer<typeof ComparedEffect>;

/** One adjustment through its quarter. */
export const AdjustmentView = z
  .object({
    id: Id, title: z.string(), reason: z.string(), touches: z.array(TouchedItem), expected: ExpectedEffect, proposedBy: PersonRef, proposedAt: Instant,
    state: z.enum(['proposed', 'dropped', 'tracking', 'kept', 'reverted']),
    baseline: Reading.nullable(), compared: ComparedEffect.nullable(), extensions: z.int(),
    decision: EffectDecision.nullable(), decisionReason: z.string().nullable(), decidedBy: PersonRef.nullable(), decidedAt: Instant.nullable(),
  })
  .meta({ id: 'AdjustmentView' });
export type AdjustmentView = z.infer<typeof AdjustmentView>;

/** A plan version that a quarter brought. */
export const QuarterVersion = z.object({ planCode: z.string(), no: z.int(), planVersionId: Id, basedOnNo: z.int(), source: z.enum(['adjust', 'revert']), adoptedAt: Instant, approvalState: z.string() }).meta({ id: 'QuarterVersion' });
export type QuarterVersion = z.infer<typeof QuarterVersion>;

/** One quarter as lists show it. */
export const QuarterSummary = z
  .object({ id: Id, rolloutId: Id, quarter: z.string(), startsOn: LocalDate, state: z.enum(['open', 'paused', 'closed']), phase: z.string(), outcome: z.string().nullable(), adjustments: z.int(), kept: z.int(), reverted: z.int() })
  .meta({ id: 'QuarterSummary' });
export type QuarterSummary = z.infer<typeof QuarterSummary>;
export const QuarterList = z.object({ quarters: z.array(QuarterSummary) }).meta({ id: 'QuarterList' });
export type QuarterList = z.infer<typeof QuarterList>;

/** An open visit of the quarter that the reader may act in. */
export const QuarterVisit = z.object({ id: Id, step: z.string(), dueAt: Instant.nullable(), mine: z.boolean(), waitsFor: z.array(PersonRef) }).meta({ id: 'QuarterVisit' });

/** Everything about one quarter. Aggregates only. */
export const QuarterView = QuarterSummary.extend({
  workflowId: z.string(), limits: ChangeLimits,
  findings: z.array(DimensionFinding), research: z.array(UserResearch), unchangedReason: z.string().nullable(),
  dimensions: z.array(z.object({ dimension: PdcaDimension, readings: z.array(Reading) })),
  adjustmentList: z.array(AdjustmentView), versions: z.array(QuarterVersion), visits: z.array(QuarterVisit),
}).meta({ id: 'QuarterView' });
export type QuarterView = z.infer<typeof QuarterView>;
