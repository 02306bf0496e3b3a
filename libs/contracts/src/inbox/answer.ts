import { z } from 'zod';

/** The HTTP answer to a decision that took effect; a refusal is a problem document. */
export const AppliedAnswer = z.object({ status: z.literal('applied'), outcome: z.string(), details: z.record(z.string(), z.unknown()) }).meta({ id: 'AppliedAnswer' });
export type AppliedAnswer = z.infer<typeof AppliedAnswer>;
