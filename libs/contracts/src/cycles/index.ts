export * from './schedule.js';
export * from './create.js';
export * from './deadlines.js';
export * from './finding.js';
export * from './hr.js';
export * from './views.js';
