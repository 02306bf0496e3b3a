export * from './reward.js';
export * from './lines.js';
export * from './result.js';
export * from './bases.js';
export * from './payrollFile.js';
