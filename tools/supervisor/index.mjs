export { Backoff } from './backoff.mjs';
export { Group } from './group.mjs';
export { checkHome, readHome, recordHome } from './home.mjs';
export { main } from './main.mjs';
export { startNodeProcess } from './node-process.mjs';
export { parseOptions } from './options.mjs';
export { serviceEnv } from './settings.mjs';
