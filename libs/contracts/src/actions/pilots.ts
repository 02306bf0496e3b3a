import { ConcludePilot, DecideGuard, FreezeCohort, HoldPilotReview, PausePilot, ResumePilot } from '../pilots/index.js';
import type { StepActions } from './registry.js';

/** Decisions in a process of kind `pilot`. */
export const pilotActions: StepActions = {
  cohort: { freeze: FreezeCohort },
  weeklyReview: { holdReview: HoldPilotReview },
  guardBroken: { decideGuard: DecideGuard },
  evaluation: { conclude: ConcludePilot },
  pause: { resume: ResumePilot },
  process: { pause: PausePilot },
};
