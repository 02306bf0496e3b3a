export * from './import.js';
export * from './readiness.js';
export * from './vocabulary.js';
