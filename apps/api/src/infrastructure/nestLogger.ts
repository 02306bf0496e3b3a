import type { LoggerService } from '@nestjs/common';
import type { Logger } from '@fairmark/runtime/logging';

/** Nest's own messages as structured lines; its start-up chatter only at debug level. */
export function nestLogger(logger: Logger): LoggerService {
  const line = (level: 'debug' | 'warn' | 'error' | 'fatal') => (message: unknown, ...rest: unknown[]) =>
    message instanceof Error ? logger[level]({ err: message }, 'framework') : logger[level]({ context: rest.at(-1) }, String(message));
  return { log: line('debug'), debug: line('debug'), verbose: line('debug'), warn: line('warn'), error: line('error'), fatal: line('fatal') };
}
