import type { ActionHandler } from '../processes/index.js';
import type { ReviewPart } from '../reviews/handlers.js';
import { isHrOfReview } from './access.js';
import { extend, extendAfterApproval, extendByEvent } from './extend.js';
import { nudge } from './nudge.js';
import { reassign } from './reassign.js';
import { cancelByEvent, remove } from './remove.js';
import { returnToStep } from './returnToStep.js';

const byHr = (run: ActionHandler['run']): ActionHandler => ({ by: isHrOfReview, run });

/**
 * Acts of HR on a review: reassign, extend, nudge, return, remove, each with a reason that everybody concerned can read. HR never enters or changes goals,
 * scores, bands or decisions of an appeal, and nobody acts in the own case.
 */
export const hrPart: ReviewPart = {
  actions: { process: { reassign: byHr(reassign), extend: byHr(extend), nudge: byHr(nudge), returnToStep: byHr(returnToStep), remove: byHr(remove) } },
  expire: {},
  events: { hrExtend: extendByEvent, extensionApproved: extendAfterApproval, cycleCancelled: cancelByEvent },
};
