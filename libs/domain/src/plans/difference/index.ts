export { planDifferences, sameBands } from './plan.js';
