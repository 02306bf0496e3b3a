export { directReports, headsOfLine, managerChain, managerOf } from './chain.js';
export { detectLoops, findLoops, type ManagerLoop } from './loops.js';
export { readiness, type ReadinessFacts } from './readiness.js';
