export { keptWhere, type Standing } from './choices.js';
export { recompose, type Composition, type Recomposed } from './recompose.js';
export { sheetDifferences } from './difference.js';
