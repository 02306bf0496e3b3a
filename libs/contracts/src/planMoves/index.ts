export * from './vocabulary.js';
export * from './bodies.js';
export * from './views.js';
