import type { ReviewPart } from '../reviews/handlers.js';

/** Goal setting and the period: proposals, approval, confirmation, arbitration, changes and check-ins. */
export const goalsPart: ReviewPart = { actions: {}, expire: {}, events: {} };
