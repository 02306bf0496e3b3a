export * from './sheet.js';
export * from './proposal.js';
