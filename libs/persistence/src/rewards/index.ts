export { amountOf, rewardInputs, type RewardInput } from './inputs.js';
export { budgetOf, costByDepartment, setBudget, type DepartmentCost } from './cost.js';
export { splitTeamPool } from './pool.js';
export { settleReward, type LineReason } from './lines.js';
export { exportPayroll, type PayrollRow } from './payroll.js';
export { knownNumbers, storeBases, type RewardBase } from './bases.js';
export { rewardSummary } from './summary.js';
