import type { ReviewPart } from '../reviews/handlers.js';

export { enterRescoring, enterScoring, type RescoringOrder } from './enter.js';

/** Rules of manager scoring and of scoring again after an appeal. */
export const scoringPart: ReviewPart = { actions: {}, expire: {}, events: {} };
