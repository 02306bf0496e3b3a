import { z } from 'zod';
import { Id, Instant } from '../common/index.js';

/** A refused line of the file of reward bases. */
export const RewardBaseIssue = z.object({ row: z.int(), column: z.string(), code: z.string() }).meta({ id: 'RewardBaseIssue' });
export type RewardBaseIssue = z.infer<typeof RewardBaseIssue>;

/** Answer of `POST /api/rewards/bases`. With issues nothing was stored. */
export const RewardBasesImported = z.object({ rows: z.int(), changed: z.int(), issues: z.array(RewardBaseIssue) }).meta({ id: 'RewardBasesImported' });
export type RewardBasesImported = z.infer<typeof RewardBasesImported>;

/** Answer of `GET /api/rewards/:cycleId`: totals for HR, no names. */
export const RewardSummary = z
  .object({
    cycleId: Id, budgetCents: z.int().nullable(), costCents: z.int(), bases: z.int(), people: z.int(), lines: z.int(), exportedLines: z.int(), lastExportAt: Instant.nullable(),
  })
  .meta({ id: 'RewardSummary' });
export type RewardSummary = z.infer<typeof RewardSummary>;
