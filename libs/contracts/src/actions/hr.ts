import { ExtendVisit, NudgeReview, ReassignVisit, RemoveFromCycle, ReturnReview } from '../cycles/index.js';
import type { StepActions } from './registry.js';

/** Acts of HR on one review. They move who acts and until when, never goals, scores, bands or decisions of an appeal. */
export const hrActions: StepActions = { process: { reassign: ReassignVisit, extend: ExtendVisit, nudge: NudgeReview, returnToStep: ReturnReview, remove: RemoveFromCycle } };
