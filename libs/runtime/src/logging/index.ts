export { createLogger, type Logger } from './logger.js';
export { safeError, type SafeError } from './safe-error.js';
