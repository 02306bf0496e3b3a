export * from './measures/index.js';
export * from './defaults.js';
export * from './phases.js';
export * from './readiness.js';
export * from './schedule.js';
