export * from './schedule.js';
export * from './create.js';
export * from './finding.js';
