import { z } from 'zod';
import { Id } from '../common/index.js';

/** Body of the action `submit` of a self-review; also the shape of its draft. Keys are items of the composed sheet. */
export const SelfReview = z
  .object({
    items: z.array(z.object({ key: z.string().min(1).max(200), text: z.string().max(10_000), evidenceIds: z.array(Id).max(20).default([]) })).max(100),
    summary: z.string().max(10_000).default(''),
  })
  .meta({ id: 'SelfReview' });
export type SelfReview = z.infer<typeof SelfReview>;
