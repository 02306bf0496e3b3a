import { z } from 'zod';

/** Answer of `GET /api/health/live`. */
export const Liveness = z.object({ status: z.literal('ok') }).meta({ id: 'Liveness' });
export type Liveness = z.infer<typeof Liveness>;

const Check = z.enum(['up', 'down']);

/** Answer of `GET /api/health/ready`: 200 when everything is up, else 503 with the same body. */
export const Readiness = z
  .object({ status: z.enum(['ready', 'notReady']), checks: z.object({ database: Check, temporal: Check, worker: Check, queues: Check }) })
  .meta({ id: 'Readiness' });
export type Readiness = z.infer<typeof Readiness>;
