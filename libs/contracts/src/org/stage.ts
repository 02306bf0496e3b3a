import { z } from 'zod';
import { BilingualText, Id, LocalDate } from '../common/index.js';
import { CommunityStage } from './vocabulary.js';

/** Body of `POST /org/communities/:id/stage`: from a day on the community is in another stage. The reason stands in the audit. */
export const ChangeStage = z.strictObject({ stage: CommunityStage, effectiveOn: LocalDate, reason: z.string().trim().min(1).max(2_000) }).meta({ id: 'ChangeStage' });
export type ChangeStage = z.infer<typeof ChangeStage>;

/** The sheet that a plan has for the community in its new stage, its own or that of its type; null where it has none yet. It counts from the next cycle on. */
export const SheetProposal = z
  .object({ plan: z.object({ id: Id, code: z.string(), name: z.string(), nameEn: z.string().nullable(), version: z.int() }), sheet: z.object({ id: z.string(), name: BilingualText }).nullable() })
  .meta({ id: 'SheetProposal' });
export type SheetProposal = z.infer<typeof SheetProposal>;

/** The stages of the community as dated rows, and which sheet each plan proposes for the next cycle. `changed` is false when it was so already. */
export const StageChanged = z
  .object({ changed: z.boolean(), stages: z.array(z.object({ stage: CommunityStage, validFrom: LocalDate, validTo: LocalDate.nullable() })), proposals: z.array(SheetProposal) })
  .meta({ id: 'StageChanged' });
export type StageChanged = z.infer<typeof StageChanged>;
