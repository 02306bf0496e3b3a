export * from './reward.js';
export * from './lines.js';
export * from './result.js';
