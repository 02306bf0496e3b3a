export { Plan, PlanVersion } from './entities.js';
export { planHash, storeVersion, type NewVersion, type StoredVersion } from './upload.js';
export { beginPlanApproval, planApprovalState, plansNeedApproval, setPlanApproval } from './approval.js';
export { freezeVersion } from './freeze.js';
export { planOfVersion, plansWithVersions, planVersion } from './read.js';
export { recordExperience } from './experience.js';
