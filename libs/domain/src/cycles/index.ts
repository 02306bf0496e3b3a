export * from './input.js';
export * from './preflight.js';
export { approversOf, type ApproverOrg } from './approvers.js';
export { actingDay, datesOf, factsDay, isUnpaidLeave, stepsInSeconds } from './days.js';
export { periodsOverlap } from './plan-checks.js';
export { aggregatedView } from './smallCells.js';
export { ALONE_UP_TO } from './bulk.js';
export { stepsOfPeople } from './steps.js';
