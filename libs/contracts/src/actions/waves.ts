import { BeginWave, CheckExecution, CompleteWaveStep, PauseWave, ResumeWave } from '../waves/index.js';
import type { StepActions } from './registry.js';

/** Decisions in a process of kind `wave`. */
export const waveActions: StepActions = {
  preparation: { begin: BeginWave },
  mobilisation: { complete: CompleteWaveStep },
  adoption: { complete: CompleteWaveStep },
  waveEvaluation: { complete: CompleteWaveStep },
  wavePause: { resume: ResumeWave },
  process: { pause: PauseWave, checkExecution: CheckExecution },
};
