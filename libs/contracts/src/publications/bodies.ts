import { z } from 'zod';
import { Id } from '../common/index.js';

/** Body of `POST /api/publications`. `shownCostCents` is the cost that HR saw: when it has changed meanwhile the request is refused. */
export const PublishResults = z.object({ cycleId: Id, departmentId: Id, shownCostCents: z.int().min(0) }).meta({ id: 'PublishResults' });
export type PublishResults = z.infer<typeof PublishResults>;
