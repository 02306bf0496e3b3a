export { candidatesOf, cohortIds, freezeCohort } from './cohort.js';
export { panelsOf } from './panels.js';
export { storeMeasures, storeReadings } from './readings.js';
export { latestReview, storeReview, type PilotReviewRow } from './reviews.js';
export { pilotById, pilotSettingsOf, storeEvaluation, storePause, storeProposal, type PilotRow } from './rows.js';
export { pilotView } from './view.js';
