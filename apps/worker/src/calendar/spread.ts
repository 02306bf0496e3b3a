import { advanceCalendarChange, nextCalendarChange } from '@fairmark/persistence/calendar';
import { signalAll } from '@fairmark/persistence/cycles';
import type { Database } from '@fairmark/persistence/database';
import { concernedProcesses } from '@fairmark/persistence/deadlines';
import { repeat, type BackgroundTask } from '@fairmark/runtime/background';
import type { Logger } from '@fairmark/runtime/logging';
import { CALENDAR_CHANGED, concernedBy } from './changed.js';

const EVERY_MS = 3_000;
const PAGE = 200;

/** Spreads changes of calendars over the running processes while the worker runs. */
export function startCalendarSpread(database: Database, logger: Logger): BackgroundTask {
  return repeat('calendar', EVERY_MS, logger, () => spreadPage(database, new Date().toISOString()));
}

/**
 * One page of the oldest change: an event for each process, and the position, in one transaction. After a kill the next worker goes on behind the last page. Answers
 * whether more is waiting.
 */
export async function spreadPage(database: Database, now: string, size = PAGE): Promise<boolean> {
  return database.transaction(async (tx) => {
    const change = await nextCalendarChange(tx);
    if (!change) return false;
    const workflowIds = await concernedProcesses(tx, concernedBy(change), change.position, size);
    if (workflowIds.length > 0) await signalAll(tx, workflowIds, { name: CALENDAR_CHANGED, actorId: change.madeBy, body: { changeId: change.id } });
    const position = workflowIds.length < size ? null : (workflowIds.at(-1) ?? null);
    await advanceCalendarChange(tx, change.id, { position, told: workflowIds.length }, now);
    return true;
  });
}
