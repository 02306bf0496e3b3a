export * from './imports/index.js';
export { lockOrganisation } from './lock.js';
export * from './read/index.js';
export { activeManagerOf, departmentHeadOf, departmentOf, hrFor, managersUpwards } from './relations.js';
export { loadSnapshot } from './snapshot/load.js';
export { writeChanges } from './write/index.js';
