import { appealHandlers } from './appeals/index.js';
import { approvalHandlers } from './approvals/index.js';
import { calibrationHandlers } from './calibration/index.js';
import { cycleHandlers } from './cycles/index.js';
import { pdcaQuarterHandlers } from './pdca/index.js';
import { pilotHandlers } from './pilots/index.js';
import type { ProcessHandlers } from './processes/index.js';
import { reviewHandlers } from './reviews/index.js';
import { rolloutHandlers } from './rollouts/index.js';
import { waveHandlers } from './waves/index.js';

/** The rules of every kind of process. */
export const allHandlers: readonly ProcessHandlers[] = [reviewHandlers, cycleHandlers, calibrationHandlers, appealHandlers, approvalHandlers, rolloutHandlers, pilotHandlers, waveHandlers, pdcaQuarterHandlers];
