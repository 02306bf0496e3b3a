import { AdoptVersion, CompleteQuarterReview, DecideEffect, DropAdjustment, KeepUnchanged, PauseQuarter, ProposeAdjustment, ResumeQuarter } from '../pdca/index.js';
import type { StepActions } from './registry.js';

/** Decisions in a process of kind `pdcaQuarter`. */
export const pdcaQuarterActions: StepActions = {
  quarterReview: { completeReview: CompleteQuarterReview },
  adjustment: { propose: ProposeAdjustment, drop: DropAdjustment, adopt: AdoptVersion, keepUnchanged: KeepUnchanged },
  effect: { decideEffect: DecideEffect },
  quarterPause: { resume: ResumeQuarter },
  process: { pause: PauseQuarter },
};
