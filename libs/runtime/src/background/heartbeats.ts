import { randomUUID } from 'node:crypto';
import os from 'node:os';
import { heartbeat, type Component } from '@fairmark/persistence/calendar';
import type { Database } from '@fairmark/persistence/database';
import type { Logger } from '../logging/index.js';
import { repeat, type BackgroundTask } from './repeat.js';

const EVERY_MS = 5_000;

/**
 * Signs of life of this process. The first one is written before this returns: it records the gap that went before, which every deadline has to know
 * before it acts.
 */
export async function startHeartbeats(database: Database, component: Component, logger: Logger): Promise<BackgroundTask> {
  // The machine's name lets a container's health check find its own worker among several.
  const instance = `${os.hostname()}/${randomUUID()}`;
  const beat = () => database.transaction((tx) => heartbeat(tx, component, instance));
  await beat();
  return repeat('heartbeat', EVERY_MS, logger, beat);
}
