import { AskForRatability, GiveOpinion, RatabilityOpinion, ScoreSubmission } from '../scoring/index.js';
import type { StepActions } from './registry.js';

/** Actions of manager scoring, of the decision about people who are not ratable, and of scoring again after an appeal. */
export const scoringActions: StepActions = {
  scoring: { submit: ScoreSubmission, askForRatability: AskForRatability },
  opinion: { give: GiveOpinion },
  ratability: { decide: RatabilityOpinion },
  rescoring: { submit: ScoreSubmission },
};
