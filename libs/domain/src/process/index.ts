export * from './steps.js';
export * from './transition.js';
