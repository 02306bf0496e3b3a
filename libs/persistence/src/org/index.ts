export * from './imports/index.js';
export { lockOrganisation } from './lock.js';
export * from './read/index.js';
export { activeManagerOf, departmentHeadOf, departmentOf, hrFor, managersOfMany, managersUpwards } from './relations.js';
export { changeStage, mayChangeStage } from './stages.js';
export { loadSnapshot } from './snapshot/load.js';
export { writeChanges } from './write/index.js';
