export * from './appoints.js';
export * from './holderActions.js';
export * from './steps.js';
export * from './transition.js';
