export * from './start.js';
export * from './schedule.js';
export * from './consequence.js';
export * from './pay.js';
