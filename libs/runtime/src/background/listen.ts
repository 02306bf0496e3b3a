import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../logging/index.js';
import type { BackgroundTask } from './repeat.js';

export interface ListenOptions {
  /** Address of the database. The connection is one of its own, outside the pool. */
  url: string;
  channel: 'live' | 'outbox';
  onMessage(payload: string): void;
  /** Notifications are lost while the connection is away: whoever listens looks for itself after every (re)connect. */
  onConnect?(): void;
}

const RETRY_MS = 1_000;
/** A connection that died without a word is noticed by asking now and then. */
const CHECK_MS = 15_000;

/** Listens to a channel of PostgreSQL and reconnects for as long as it runs. */
export function listen(options: ListenOptions, logger: Logger): BackgroundTask {
  const stopped = new AbortController();
  const loop = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await session(options, stopped.signal).catch((error: unknown) => logger.warn({ err: error, channel: options.channel }, 'listening was interrupted'));
      await sleep(RETRY_MS, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  };
  const running = loop();
  return {
    stop: () => {
      stopped.abort();
      return running;
    },
  };
}

/** One connection, from its start until it ends or fails. */
async function session({ url, channel, onMessage, onConnect }: ListenOptions, signal: AbortSignal): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'fairmark-listen', connectionTimeoutMillis: 5_000, keepAlive: true });
  const ended = new Promise<void>((resolve, reject) => client.once('error', reject).once('end', () => resolve()));
  // The loop waits for `ended` only after the connection stands; a failure before that is reported by `connect`.
  ended.catch(() => undefined);
  try {
    await client.connect();
    client.on('notification', (message) => onMessage(message.payload ?? ''));
    await client.query(`listen ${channel}`);
    onConnect?.();
    await Promise.race([ended, watch(client, signal)]);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function watch(client: pg.Client, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(CHECK_MS, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) await client.query('select 1');
  }
}
