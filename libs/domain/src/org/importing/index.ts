export { applyChanges, unknownSubject } from './apply.js';
export { writeOrder, type DepartmentFields, type OrgChange, type OrgWrite, type RowLine } from './changes.js';
export { sinceAlways } from './communities.js';
export type { PlanOptions } from './context.js';
export { defaultCountry } from './departments.js';
export type { OrgFile } from './files.js';
export { planOrgImport, planOrgImportSteps, type OrgImportPlan } from './plan.js';
export { lineOf, previewOf } from './preview.js';
export { sortUploads, type SortedUploads, type Upload } from './uploads.js';
