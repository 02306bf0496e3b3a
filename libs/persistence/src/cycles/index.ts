export { loadCycle, lockCycle, lockPlanLine, type CycleRow } from './rows.js';
export { createCycle, updateCycle, type DraftContext } from './draft.js';
export { panelPool, setPanelPool } from './panelPool.js';
export { runPreflight, type PreflightOptions, type PreflightResult } from './preflight.js';
export { assertInScope, launchCycle, type LaunchRequest } from './launch.js';
export { reviewFacts, type ReviewFacts } from './facts.js';
export { createReviews } from './reviews.js';
export { cycleView, listCycles } from './list.js';
export { preflightView, previewPopulation } from './preview.js';
