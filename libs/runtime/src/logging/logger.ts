import { pino, type DestinationStream, type Logger } from 'pino';
import { safeError } from './safe-error.js';

export type { Logger };

/** Fields that never leave the process, wherever a line carries them. */
const PERSONAL = ['email', 'name', 'password', 'token', 'cookie', 'authorization', 'body', 'text', 'comment', 'reason', 'score', 'band', 'total'];
const paths = PERSONAL.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

/**
 * Structured JSON lines on standard output. Lines carry ids, codes and durations; people are named by id only.
 * Pass errors as `err`; their messages are masked.
 */
export function createLogger(component: string, level: string, destination?: DestinationStream): Logger {
  const options = { level, base: { component }, redact: { paths, censor: '[redacted]' }, serializers: { err: (error: unknown) => safeError(error) } };
  return destination ? pino(options, destination) : pino(options);
}
