export { ProcessRun } from './processRun.js';
export { runPhases, type PhaseTable } from './phases.js';
export { decideUpdate, positionQuery, processEventSignal } from './messages.js';

