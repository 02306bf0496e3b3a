import { z } from 'zod';

/** `accept`: accepting takes two confirmations, sent one after the other. */
export const AcceptOnce = z.object({ confirmation: z.union([z.literal(1), z.literal(2)]) }).meta({ id: 'AcceptOnce' });
export type AcceptOnce = z.infer<typeof AcceptOnce>;
