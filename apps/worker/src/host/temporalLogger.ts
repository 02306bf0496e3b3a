import type { Logger } from '@fairmark/runtime/logging';
import { DefaultLogger } from '@temporalio/worker';

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/**
 * Temporal's log lines in ours. Of their details only ids and types are kept: a worker writes failure messages in clear, and they can quote what people
 * wrote.
 */
export function temporalLogger(logger: Logger): DefaultLogger {
  return new DefaultLogger('WARN', ({ level, message, meta }) => {
    const { workflowId, workflowType, activityType, error } = (meta ?? {}) as Record<string, unknown>;
    logger[levels[level]]({ workflowId, workflowType, activityType, ...(error ? { err: error } : {}) }, `temporal: ${firstLine(message)}`);
  });
}

const firstLine = (text: string): string => text.split('\n')[0]?.slice(0, 200) ?? '';
