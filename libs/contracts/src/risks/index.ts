export * from './bodies.js';
export * from './views.js';
