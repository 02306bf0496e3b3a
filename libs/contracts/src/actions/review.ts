import { appealFilingActions } from './appeal.js';
import { bufferActions } from './buffers.js';
import { goalActions } from './goals.js';
import { hrActions } from './hr.js';
import { joinActions, type StepActions } from './registry.js';
import { resultActions } from './result.js';
import { scoringActions } from './scoring.js';
import { selfReviewActions } from './selfReview.js';

/** Actions of a review's steps, gathered from its features. */
export const reviewActions: StepActions = joinActions(goalActions, selfReviewActions, scoringActions, resultActions, appealFilingActions, bufferActions, hrActions);
