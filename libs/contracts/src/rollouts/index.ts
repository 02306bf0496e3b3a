export * from './measures.js';
export * from './phases.js';
