import { appealSteps, approvalSteps, pdcaQuarterSteps, pilotSteps, reviewSteps, waveSteps, type StepInfo } from '../process/index.js';
import type { AccessObject } from './relations.js';

const phases = (table: Readonly<Record<string, StepInfo>>): string[] => [...new Set(Object.values(table).map((step) => step.phase)), 'closed'];

/** Steps in which an object of each kind can be, as rules name them. Objects without a process have one nameless step. */
export const stepsOf: Readonly<Record<AccessObject, readonly string[]>> = {
  none: [''],
  employee: [''],
  review: phases(reviewSteps),
  visit: phases(reviewSteps),
  appeal: phases(appealSteps),
  approval: phases(approvalSteps),
  calibration: ['scheduled', 'open', 'signedOff'],
  rollout: ['design', 'pilot', 'rollout', 'optimise', 'held', 'closed'],
  pilot: phases(pilotSteps),
  wave: phases(waveSteps),
  pdcaQuarter: phases(pdcaQuarterSteps),
  cycle: ['draft', 'launching', 'running', 'closed', 'cancelled'],
};
