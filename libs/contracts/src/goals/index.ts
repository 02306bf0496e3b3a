export * from './sheet.js';
export * from './proposal.js';
export * from './decisions.js';
