export { sendDigests } from './digests.js';
export { startDigests } from './watch.js';
