export * from './input.js';
export * from './result.js';
export * from './views.js';
