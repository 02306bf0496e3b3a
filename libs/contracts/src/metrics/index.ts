export * from './import.js';
export * from './quality.js';
