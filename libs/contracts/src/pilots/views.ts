import { z } from 'zod';
import { Id, Instant, PersonRef } from '../common/index.js';
import { MeasureKey } from '../rollouts/index.js';
import { PilotProblem } from './bodies.js';
import { CohortProposal } from './cohort.js';
import { MeasureEvaluation } from './evaluation.js';

/** A community that may be chosen or was. `role`: null while the cohort is not frozen, or when it is in neither group. */
export const PilotCommunity = z.object({ id: Id, code: z.string(), name: z.string(), nameEn: z.string().nullable(), type: z.string(), profile: z.string(), availability: z.string(), role: z.enum(['pilot', 'comparison']).nullable() }).meta({ id: 'PilotCommunity' });

/** One watched measure: limits, baseline, and its readings oldest first. Exact decimals as text. */
export const PilotMeasure = z
  .object({ key: MeasureKey, min: z.string().nullable(), max: z.string().nullable(), baseline: z.string().nullable(), readings: z.array(z.object({ asOf: Instant, value: z.string().nullable(), sampleSize: z.int(), broken: z.boolean() })) })
  .meta({ id: 'PilotMeasure' });

export const PilotReview = z.object({ no: z.int(), note: z.string(), problems: z.array(PilotProblem), heldBy: PersonRef, heldAt: Instant }).meta({ id: 'PilotReview' });

/** One iteration of a pilot. Communities only, nobody's result. */
export const PilotView = z
  .object({
    id: Id, rolloutId: Id, no: z.int(), workflowId: z.string(), state: z.enum(['open', 'paused', 'closed']), phase: z.string(), outcome: z.string().nullable(), pausedBy: z.enum(['lead', 'guard', 'rollout']).nullable(),
    proposal: CohortProposal.nullable(), frozenAt: Instant.nullable(), communities: z.array(PilotCommunity), measures: z.array(PilotMeasure), reviews: z.array(PilotReview), evaluation: z.array(MeasureEvaluation).nullable(),
    visits: z.array(z.object({ id: Id, step: z.string(), openedAt: Instant, dueAt: Instant.nullable(), mine: z.boolean(), waitsFor: z.array(PersonRef) })),
  })
  .meta({ id: 'PilotView' });
export type PilotView = z.infer<typeof PilotView>;

/** Number of an iteration as an address carries it. */
export const PilotNo = z.string().regex(/^[1-9]\d{0,2}$/);
