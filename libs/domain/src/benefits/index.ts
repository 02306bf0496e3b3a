export { benefitProgress, type BenefitFacts } from './progress.js';
export { benefitStartSet } from './startSet.js';
