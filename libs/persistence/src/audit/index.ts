export { appendAudit, type AuditActor } from './append.js';
export { canonicalJson } from './canonical.js';
export { hashEntry, saltedHash, GENESIS } from './hash.js';
export { recordAccess } from './access.js';
export { changedHeads, type Anchor } from './anchor.js';
export type { Finding, FindingKind } from './findings.js';
export { verifyAudit, type AuditReport } from './verify.js';
