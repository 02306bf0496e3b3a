export { Plan, PlanVersion } from './entities.js';
