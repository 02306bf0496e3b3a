export { applyImport, claimApply, type ApplyOutcome } from './apply.js';
export { checkImport, restartCheck } from './check.js';
export { createImport, errorsOf, filesOf, importById, recentImports, type OrgImportRow, type OrgImportState } from './rows.js';
