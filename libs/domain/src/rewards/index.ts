export * from './reward.js';
export * from './lines.js';
