export * from './policies.js';
export * from './line.js';
export * from './event.js';
export * from './derive.js';
export * from './writes.js';
