export { applyImport, claimApply, type ApplyOutcome } from './apply.js';
export { checkImport, restartCheck } from './check.js';
export { createImport, errorsOf, filesOf, importById, type OrgImportRow, type OrgImportState } from './rows.js';
export { importView, listImports } from './views.js';
