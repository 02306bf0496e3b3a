import type { StepActions } from './registry.js';
import { goalActions } from './goals.js';
import { selfReviewActions } from './selfReview.js';
import { scoringActions } from './scoring.js';
import { resultActions } from './result.js';
import { bufferActions } from './buffers.js';
import { hrActions } from './hr.js';

/** Actions of a review's steps, gathered from its features. */
export const reviewActions: StepActions = { ...goalActions, ...selfReviewActions, ...scoringActions, ...resultActions, ...bufferActions, ...hrActions };
