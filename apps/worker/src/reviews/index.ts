import { enterGoalSetting } from '../goals/enter.js';
import { goalsPart } from '../goals/index.js';
import type { ProcessHandlers } from '../processes/index.js';
import { selfReviewPart } from '../selfReview/index.js';
import { joinParts } from './handlers.js';
import { loadReview } from './review.js';

/** All rules of one person's review, from goal setting to the buffer period. */
export const reviewHandlers: ProcessHandlers = {
  kind: 'review',
  open: async (context) => ({ outcome: 'opened', audit: [{ action: 'review.opened', object: context.process.refId }], ...(await enterGoalSetting(context, await loadReview(context.tx, context.process.refId))) }),
  ...joinParts([goalsPart, selfReviewPart]),
};
