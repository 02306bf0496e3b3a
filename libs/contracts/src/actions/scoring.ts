import { z } from 'zod';
import { ScoreSubmission } from '../scoring/index.js';
import type { StepActions } from './registry.js';

const Reason = z.string().trim().min(1).max(2_000);

/** The scorer says that values will not come: HR and the department head decide whether the person is rated without them. */
export const AskForRatability = z.object({ reason: Reason }).meta({ id: 'AskForRatability' });
export type AskForRatability = z.infer<typeof AskForRatability>;

/** What HR or the department head thinks of a person whose sheet lacks too many values. Both must agree to rate. */
export const RatabilityOpinion = z.object({ decision: z.enum(['rate', 'notRated']), reason: Reason }).meta({ id: 'RatabilityOpinion' });
export type RatabilityOpinion = z.infer<typeof RatabilityOpinion>;

/** Actions of manager scoring, of the decision about people who are not ratable, and of scoring again after an appeal. */
export const scoringActions: StepActions = {
  scoring: { submit: ScoreSubmission, askForRatability: AskForRatability },
  ratability: { decide: RatabilityOpinion },
  rescoring: { submit: ScoreSubmission },
};
