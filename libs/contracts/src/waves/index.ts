import { z } from 'zod';
import { Id } from '../common/index.js';

const Reason = z.string().trim().min(1).max(1_000);
const Share = z.string().regex(/^(0(\.\d{1,4})?|1)$/);

/** What a company may set for its waves: shares as exact decimals (0 to 1), lengths in calendar days. Every figure is a default. */
export const WaveSettings = z.object({
  trainedManagersMin: Share.default('0.95'), trainedOperatorsMin: Share.default('0.9'), consistencyMin: Share.default('0.9'),
  mobilisationDays: z.int().min(1).max(366).default(7), adoptionDays: z.int().min(1).max(366).default(30), evaluationDays: z.int().min(1).max(366).default(60),
});
export type WaveSettings = z.infer<typeof WaveSettings>;

/** The seven steps of the handbook, in order. */
export const HandbookStep = z.enum(['brief', 'roles', 'data', 'sheet', 'train', 'goals', 'firstReview']).meta({ id: 'HandbookStep' });
export type HandbookStep = z.infer<typeof HandbookStep>;

/** Which communities the wave takes, by region or one by one, and why it comes at this place in the order. */
export const BeginWave = z
  .strictObject({ regions: z.array(z.string().min(1).max(60)).max(100).default([]), communityIds: z.array(Id).max(20_000).default([]), order: z.enum(['learning', 'risk', 'resources']), reason: Reason })
  .meta({ id: 'BeginWave' });
export type BeginWave = z.infer<typeof BeginWave>;

/** The present step of the wave is done. */
export const CompleteWaveStep = z.strictObject({ note: z.string().trim().max(2_000).default('') }).meta({ id: 'CompleteWaveStep' });
/** What a check found in one community: the steps of the handbook that were carried out. A later check replaces it. */
export const CheckExecution = z.strictObject({ communityId: Id, done: z.array(HandbookStep).max(7) }).meta({ id: 'CheckExecution' });
export const PauseWave = z.strictObject({ reason: Reason }).meta({ id: 'PauseWave' });
export const ResumeWave = z.strictObject({}).meta({ id: 'ResumeWave' });
