export { appendAudit, type AuditActor } from './append.js';
export { canonicalJson } from './canonical.js';
export { hashEntry, saltedHash, GENESIS } from './hash.js';
export { recordAccess } from './access.js';
