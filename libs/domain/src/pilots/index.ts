export { coverageOf, matchComparison, proposeCohort, type Candidate } from './cohort.js';
export { differenceOfMeans } from './difference.js';
export { evaluateMeasure, type MeasureData, type Panel } from './evaluate.js';
export { brokenGuards } from './guards.js';
export { tQuantile } from './quantile.js';
