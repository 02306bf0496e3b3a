export * from './input.js';
export * from './result.js';
