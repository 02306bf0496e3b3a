export { nextTrigger } from './trigger.js';
export { startSet, type StartRisk } from './startSet.js';
