export * from './input.js';
export * from './preflight.js';
export { periodsOverlap } from './plan-checks.js';
