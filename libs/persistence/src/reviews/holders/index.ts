export type { HolderContext, ReviewOf } from './context.js';
export { arbiterFor, interviewersFor, managerFor } from './line.js';
export { ratabilityPeople, scorersOf } from './scoring.js';
export { bufferPeople } from './buffers.js';
export { holdersOfStep } from './ofStep.js';
