export * from './bodies.js';
export * from './measures.js';
export * from './phases.js';
export * from './settings.js';
export * from './views.js';
