export * from './delegation.js';
export * from './personal.js';
export * from './refusal.js';
export * from './standIn.js';
