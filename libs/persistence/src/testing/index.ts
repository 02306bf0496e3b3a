export { createTestDatabase, type TestDatabase } from './testDatabase.js';
export { createTestCompany, type TestCompany } from './company.js';
