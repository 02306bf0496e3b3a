export * from './roles.js';
export * from './sessions.js';
