export * from './settings.js';
export * from './bodies.js';
export * from './views.js';
