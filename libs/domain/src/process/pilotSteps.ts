import { step, type StepInfo } from './stepInfo.js';

/** Steps of one iteration of a pilot. */
export const pilotSteps = {
  cohort: step('choosing', 'others', 'person'),
  monitoring: step('running', 'none', 'date', true),
  weeklyReview: step('running', 'others', 'person'),
  guardBroken: step('running', 'others', 'person'),
  evaluation: step('evaluating', 'others', 'person'),
  pause: step('paused', 'others', 'person'),
} as const satisfies Record<string, StepInfo>;
export type PilotStepName = keyof typeof pilotSteps;
