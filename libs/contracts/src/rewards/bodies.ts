import { z } from 'zod';
import { Id } from '../common/index.js';

/** Body of `POST /api/rewards/bases`: a CSV file with the columns number, base (yuan), previous_result (percent, optional). All or nothing. */
export const ImportRewardBases = z.object({ cycleId: Id, csv: z.string().min(1).max(10_000_000) }).meta({ id: 'ImportRewardBases' });
export type ImportRewardBases = z.infer<typeof ImportRewardBases>;

/** Body of `PUT /api/rewards/budget`. */
export const SetBudget = z.object({ cycleId: Id, budgetCents: z.int().min(0) }).meta({ id: 'SetBudget' });
export type SetBudget = z.infer<typeof SetBudget>;
