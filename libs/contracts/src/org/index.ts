export * from './administration.js';
export * from './import.js';
export * from './readiness.js';
export * from './views.js';
export * from './vocabulary.js';
export * from './stage.js';
