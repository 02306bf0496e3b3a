export { measures, type MeasureInfo } from './measures.js';
export { meets, type Bound } from './meets.js';
