export * from './messages.js';
export * from './position.js';
