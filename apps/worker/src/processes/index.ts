export * from './handlers.js';
export { ProcessEngine } from './engine.js';
export { refuse, Refusal } from './refusal.js';
export { engineActivities } from './activities.js';
export { APPOINTS } from './escalate.js';
