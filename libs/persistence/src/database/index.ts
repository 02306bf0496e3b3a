export { Database, type Executor, sql } from './database.js';
export { createOrm, type DatabaseSettings } from './orm.js';
export { assertApplicationRole, migrate } from './migrate.js';
export { isExclusionViolation, isPassing, isUniqueViolation } from './violations.js';
export { schemaDrift } from './drift.js';
