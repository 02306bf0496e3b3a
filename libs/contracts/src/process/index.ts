export * from './messages.js';
export * from './position.js';
export * from './mail.js';
