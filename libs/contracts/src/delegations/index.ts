export * from './views.js';
export * from './bodies.js';
