export { readMeasure, readMeasures } from './read.js';
export { scopeCommunities } from './scope.js';
export type { MeasureSource } from './source.js';
