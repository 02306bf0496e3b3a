export * from './accounts.js';
export * from './links.js';
export * from './passwords.js';
export * from './person.js';
export * from './roles.js';
export * from './sessions.js';
export * from './throttle.js';
export * from './scope.js';
