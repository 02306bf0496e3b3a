export { Plan, PlanVersion } from './entities.js';
export { planHash, storeVersion, type NewVersion, type StoredVersion } from './upload.js';
export { beginPlanApproval, planApprovalState, planOfApproval, plansNeedApproval, setPlanApproval } from './approval.js';
export { freezeVersion } from './freeze.js';
export { planOfVersion, plansWithVersions, planVersion } from './read.js';
export { recordExperience } from './experience.js';
export { retireVersion, saveDraft, type DraftContent } from './draft.js';
export { planPeople, planUsage } from './usage.js';
