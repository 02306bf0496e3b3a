export * from './answer.js';
export * from './views.js';
