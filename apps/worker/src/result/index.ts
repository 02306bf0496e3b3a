import type { ReviewPart } from '../reviews/handlers.js';

export { enterPublication, enterResult } from './enter.js';

/** Rules of publication, acknowledgement and interview. */
export const resultPart: ReviewPart = { actions: {}, expire: {}, events: {} };
