export * from './events.js';
export * from './window.js';
export * from './state.js';
export * from './acts.js';
