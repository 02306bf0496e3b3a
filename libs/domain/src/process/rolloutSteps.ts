import { step, type StepInfo } from './stepInfo.js';

/** Steps of a rollout. The steps inside a phase are configuration of the rollout: each stay is a visit of `phaseStep`, its payload says which one. */
export const rolloutSteps = {
  phaseStep: step('design', 'others', 'person'),
  /** 五审: one of the five reviews, in order. */
  planReview: step('design', 'others', 'person'),
  /** The gate of a phase is decided. */
  gate: step('design', 'others', 'person'),
  /** A gate asked for changes, or conditions are open: the lead asks again. */
  gateAgain: step('design', 'others', 'person'),
  /** A condition of an approved gate waits until it is closed. */
  gateCondition: step('design', 'others', 'person'),
  /** The next quarter begins by itself. */
  nextQuarter: step('optimise', 'none', 'date', true),
  /** The lead answers a report of a problem, in whatever phase the rollout is. */
  issueAnswer: step('design', 'others', 'person'),
  /** Everything stands still until somebody resumes it. */
  hold: step('held', 'others', 'person'),
} as const satisfies Record<string, StepInfo>;
export type RolloutStepName = keyof typeof rolloutSteps;
