import type { DayHours } from '@fairmark/contracts/calendar';
import type { Database } from '@fairmark/persistence/database';
import { repeat, type BackgroundTask } from '@fairmark/runtime/background';
import type { Logger } from '@fairmark/runtime/logging';
import { sendDigests } from './digests.js';

const EVERY_MS = 15_000;

/** Sends digests of reminders while the worker runs. Rows carry the instants, so nothing is lost with the process. */
export function startDigests(database: Database, hours: DayHours, logger: Logger): BackgroundTask {
  return repeat('digests', EVERY_MS, logger, async () => (await sendDigests(database, hours, new Date().toISOString())) >= 100);
}
