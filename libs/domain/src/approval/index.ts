export { appealAdmissibility, bulkAct, calibrationSignOff, deadlineExtension, goalApproval, goalSecondOpinion, missingValue, planVersionApproval, shippedDefinition, shippedDefinitions } from './definitions/index.js';
export { definitionDifferences } from './differences.js';
export { approvalPurposes, shippedFor, type PurposeInfo } from './purposes.js';
export { apply, replay, startInstance } from './engine.js';
export type { ApprovalResult } from './run.js';
export { openTasks, openVisit, type ApprovalEffect, type ApprovalState, type ApprovalTask, type ApprovalVisit, type OpenTask, type TaskOrigin, type TaskStatus } from './state.js';
export { NEVER_BY_TIMEOUT } from './timeout.js';
export { timedBy } from './timing.js';
export { parseDefinition, validateDefinition, type DefinitionFinding } from './validate.js';
