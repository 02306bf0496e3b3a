export * from './vocabulary.js';
export * from './bodies.js';
