import type { StepActions } from './registry.js';
import { goalActions } from './goals.js';
import { selfReviewActions } from './selfReview.js';
import { scoringActions } from './scoring.js';
import { resultActions } from './result.js';
import { bufferActions } from './buffers.js';
import { hrActions } from './hr.js';

/** Several features may act on the review as a whole: their actions under `process` stand side by side. */
function join(features: readonly StepActions[]): StepActions {
  const joined: Record<string, StepActions[string]> = {};
  for (const feature of features) for (const [step, actions] of Object.entries(feature)) joined[step] = { ...joined[step], ...actions };
  return joined;
}

/** Actions of a review's steps, gathered from its features. */
export const reviewActions: StepActions = join([goalActions, selfReviewActions, scoringActions, resultActions, bufferActions, hrActions]);
