export { advanceChanges } from './advance.js';
export { activeManagerAbove, activeOn, lineAbove, lineRulesOf, refreshLines } from './line.js';
export { holdersAndStandIns, movesOfChange, movesOfVisit, recordMoves, type NewMove } from './moves.js';
export { plannedMoves, type PlannedMove } from './plan.js';
export { policiesFor, policyViews, setPolicy } from './policies.js';
export { registerChanges, type Registering } from './register.js';
export { loadChange, type ChangeRow } from './rows.js';
export { fixTargets, targetsOf } from './targets.js';
