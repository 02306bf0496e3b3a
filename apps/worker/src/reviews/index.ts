import type { Transition } from '@fairmark/domain/process';
import { appealsOfReviewPart } from '../appeals/index.js';
import { buffersPart } from '../buffers/index.js';
import { enterGoalSetting } from '../goals/enter.js';
import { goalsPart } from '../goals/index.js';
import { hrPart } from '../hr/index.js';
import { planMovesPart } from '../planMoves/index.js';
import type { ProcessContext, ProcessHandlers } from '../processes/index.js';
import { resultPart } from '../result/index.js';
import { scoringPart } from '../scoring/index.js';
import { selfReviewPart } from '../selfReview/index.js';
import { leadingTo } from './enter.js';
import { withExtensions } from './extension.js';
import { followPart } from './follow.js';
import { joinParts } from './handlers.js';
import { loadReview } from './review.js';

async function open(context: ProcessContext): Promise<Transition> {
  const review = await loadReview(context.tx, context.process.refId);
  return leadingTo({ outcome: 'opened', audit: [{ action: 'review.opened', object: review.id, after: { planVersionId: review.planVersionId } }] }, await enterGoalSetting(context, review));
}

const parts = joinParts([followPart, goalsPart, selfReviewPart, scoringPart, resultPart, appealsOfReviewPart, buffersPart, hrPart, planMovesPart]);

/** All rules of one person's review, from goal setting to the buffer period. */
export const reviewHandlers: ProcessHandlers = { kind: 'review', open, ...parts, expire: withExtensions(parts.expire) };
