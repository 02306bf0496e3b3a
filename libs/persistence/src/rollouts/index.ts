export { childById, childrenOf, openChildren, setChildState, type ChildRow } from './children.js';
export { readMeasure, readMeasures, scopeCommunities } from './measures/index.js';
export { rolloutById, lockedRollout, type RolloutRow } from './rows.js';
