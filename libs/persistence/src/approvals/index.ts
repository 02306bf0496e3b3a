export { activity } from './candidates.js';
export { definitionVersion, definitionVersions, draftOf, dropDefinitionDraft, insertDraft, moveDefinition, newestPublished, saveDraft, type StoredDefinition } from './definitions.js';
export { addCopies, addEntry, copiesOf, entriesOf, markRead, type EntryRow, type NewEntry } from './entries.js';
export { loadRequest, openRequestAbout, submitRequest, updateRequestFields, type ApprovalRequestRow, type NewApprovalRequest } from './requests.js';
export { clearUse, definitionInUse, namedUse, setUse, usesOf } from './uses.js';
export { abandonApproval, insertApproval, loadApproval, saveApproval, type ApprovalCase } from './instances.js';
export { insertComment, type NewComment } from './comments.js';
export { resolveApprovers } from './resolution.js';
export type { ApprovalScope } from './scope.js';
