import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../logging/index.js';

/** Something that runs beside the requests until it is stopped. `stop` waits for what is under way. */
export interface BackgroundTask {
  stop(): Promise<void>;
}

/** Work that repeats. `nudge` asks for it at once; asked for while it runs, it runs once more. */
export interface RepeatedTask extends BackgroundTask {
  nudge(): void;
}

/**
 * Repeats a piece of work: one run at a time, `everyMs` after the end of the last one, or at once when nudged. A run that throws is logged and the
 * next one comes: a database that is away for a moment must not end the task. `work` answers whether more is waiting.
 */
export function repeat(name: string, everyMs: number, logger: Logger, work: (signal: AbortSignal) => Promise<boolean | void>): RepeatedTask {
  const stopped = new AbortController();
  let wake = new AbortController();
  const loop = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      wake = new AbortController();
      const more = await work(stopped.signal).catch((error: unknown) => void logger.warn({ err: error, task: name }, 'background task failed, trying again'));
      if (more !== true) await sleep(everyMs, undefined, { ref: false, signal: AbortSignal.any([stopped.signal, wake.signal]) }).catch(() => undefined);
    }
  };
  const running = loop();
  return {
    nudge: () => wake.abort(),
    stop: () => {
      stopped.abort();
      return running;
    },
  };
}
