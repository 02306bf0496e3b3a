export { repeat, type BackgroundTask, type RepeatedTask } from './repeat.js';
export { startHeartbeats } from './heartbeats.js';
export { listen, type ListenOptions } from './listen.js';
