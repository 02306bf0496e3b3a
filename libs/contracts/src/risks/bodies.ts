import { z } from 'zod';
import { Id, LocalDate } from '../common/index.js';
import { MeasureKey } from '../rollouts/index.js';

export const RiskCategory = z.enum(['fit', 'design', 'data', 'privacy', 'people', 'acceptance', 'external']).meta({ id: 'RiskCategory' });
export type RiskCategory = z.infer<typeof RiskCategory>;

const Grade = z.int().min(1).max(5);

/** When a risk shows: the measure reads above or below the limit, an exact decimal in the measure's own unit. */
export const WarningRule = z.object({ measure: MeasureKey, comparison: z.enum(['above', 'below']), limit: z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/) }).meta({ id: 'WarningRule' });
export type WarningRule = z.infer<typeof WarningRule>;

/** A risk as the lead writes it. Probability and impact from 1 (low) to 5 (high). */
export const RiskBody = z
  .object({
    title: z.string().trim().min(1).max(200), category: RiskCategory, probability: Grade, impact: Grade, ownerId: Id, response: z.string().trim().max(2000), reviewOn: LocalDate, warning: WarningRule.nullable(), state: z.enum(['open', 'closed']).default('open'),
  })
  .meta({ id: 'RiskBody' });
export type RiskBody = z.infer<typeof RiskBody>;
