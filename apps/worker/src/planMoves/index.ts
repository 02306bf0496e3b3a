export { movePlan, revertPlanMove } from './cycle.js';
export { planMovesPart } from './review.js';
