export * from './bodies.js';
export * from './cohort.js';
export * from './evaluation.js';
export * from './settings.js';
export * from './views.js';
