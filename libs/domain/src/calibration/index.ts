export * from './quotas.js';
export * from './quota-numbers.js';
export * from './groups.js';
export * from './distribution.js';
export * from './managers.js';
export * from './rights.js';
export * from './changes.js';
export * from './sign-off.js';
