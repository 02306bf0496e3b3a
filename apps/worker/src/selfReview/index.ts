import type { ReviewPart } from '../reviews/handlers.js';

/** Self-review and the input of collaborators. */
export const selfReviewPart: ReviewPart = { actions: {}, expire: {}, events: {} };
