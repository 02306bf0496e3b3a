import { z } from 'zod';
import { BilingualText, Id } from '../common/index.js';
import { PdcaSettings } from '../pdca/settings.js';
import { PilotSettings } from '../pilots/settings.js';
import { MeasureKey } from './measures.js';

const Key = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);
const Limit = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/);

/** One step of a phase; `core`: it cannot be skipped. Its length is in calendar days. */
export const PhaseStep = z.strictObject({ key: Key, title: BilingualText, days: z.int().min(1).max(1_000), core: z.boolean() });
export type PhaseStep = z.infer<typeof PhaseStep>;

/** What has to be there; with a `target` it is a number to reach, such as 30 interviews. */
export const DeliverableSpec = z.strictObject({ key: Key, title: BilingualText, target: z.int().min(1).max(1_000_000).nullable() });
export type DeliverableSpec = z.infer<typeof DeliverableSpec>;

/** What a gate asks for besides the deliverables: a live measure inside limits, or an opinion. */
export const MeasuredCriterion = z.strictObject({ key: MeasureKey, min: Limit.optional(), max: Limit.optional() });

export const PhaseSettings = z.strictObject({ steps: z.array(PhaseStep).max(20), deliverables: z.array(DeliverableSpec).max(40), measured: z.array(MeasuredCriterion).max(20), judged: z.array(z.strictObject({ key: Key, title: BilingualText })).max(20) });
export type PhaseSettings = z.infer<typeof PhaseSettings>;

/** Everything about a rollout that a company may set: every figure is a default. */
export const RolloutSettings = z
  .strictObject({
    phases: z.strictObject({ design: PhaseSettings, pilot: PhaseSettings, rollout: PhaseSettings, optimise: PhaseSettings }),
    /** 五审, in order. Without a reviewer HR reviews. */
    planReviews: z.array(z.strictObject({ key: Key, title: BilingualText, reviewerId: Id.nullable() })).min(1).max(9),
    /** Iterations of the pilot without an exception of the sponsor. */
    pilotLimit: z.int().min(1).max(9),
    /** Cohorts, guards and reviews of the pilots; limits and lengths of the quarters. Left out, their defaults count. */
    pilots: PilotSettings.optional(),
    pdca: PdcaSettings.optional(),
  })
  .meta({ id: 'RolloutSettings' });
export type RolloutSettings = z.infer<typeof RolloutSettings>;
