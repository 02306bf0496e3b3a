import type { ReviewPart } from '../reviews/handlers.js';

/** Acts of HR on a review: reassign, extend, nudge, return, remove. */
export const hrPart: ReviewPart = { actions: {}, expire: {}, events: {} };
