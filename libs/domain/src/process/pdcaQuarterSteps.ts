import { step, type StepInfo } from './stepInfo.js';

/** Steps of one quarter of improvement: review, adjust, track the effect. */
export const pdcaQuarterSteps = {
  quarterReview: step('reviewing', 'others', 'person'),
  adjustment: step('adjusting', 'others', 'person'),
  tracking: step('tracking', 'none', 'date', true),
  effect: step('tracking', 'others', 'person'),
  quarterPause: step('paused', 'others', 'person'),
} as const satisfies Record<string, StepInfo>;
export type PdcaQuarterStepName = keyof typeof pdcaQuarterSteps;
