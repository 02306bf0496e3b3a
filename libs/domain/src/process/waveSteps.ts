import { step, type StepInfo } from './stepInfo.js';

/** Steps of one wave. */
export const waveSteps = {
  preparation: step('preparing', 'others', 'person'),
  mobilisation: step('mobilising', 'others', 'person'),
  adoption: step('adopting', 'others', 'person'),
  waveEvaluation: step('evaluating', 'others', 'person'),
  wavePause: step('paused', 'others', 'person'),
} as const satisfies Record<string, StepInfo>;
export type WaveStepName = keyof typeof waveSteps;
