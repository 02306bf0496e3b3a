export * from './dated.js';
export * from './dates.js';
export * from './files/index.js';
export * from './importing/index.js';
export * from './queries/index.js';
export * from './snapshot.js';
