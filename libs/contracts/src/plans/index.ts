export * from './indicator.js';
export * from './sheet.js';
export * from './steps.js';
export * from './outcome.js';
export * from './appeals.js';
export * from './document.js';
export * from './views.js';
export * from './difference.js';
