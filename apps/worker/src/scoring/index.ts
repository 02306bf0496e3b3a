import type { ReviewPart } from '../reviews/handlers.js';
import { giveOpinion, opinionNotGiven } from './opinion.js';
import { askForRatability, decideRatability } from './ratability.js';
import { submitRescoring } from './rescore.js';
import { submitScores } from './submit.js';

export { enterRescoring, enterScoring, type RescoringOrder } from './enter.js';

/** Rules of manager scoring and of scoring again after an appeal. Scores never pass by time-out: a passed deadline escalates. */
export const scoringPart: ReviewPart = {
  actions: {
    scoring: { submit: submitScores, askForRatability },
    opinion: { give: giveOpinion },
    ratability: { decide: decideRatability },
    rescoring: { submit: submitRescoring },
  },
  expire: { opinion: opinionNotGiven },
  events: {},
};
