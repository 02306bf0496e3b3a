export { benefitViews } from './read.js';
export { enterReading, insertBenefit, type NewBenefit } from './write.js';
