export * from './relations.js';
export * from './rule.js';
export { accessTable, type RouteKey } from './table/index.js';
export { mayLeaverUse } from './leaver.js';
export { stepsOf } from './steps.js';
