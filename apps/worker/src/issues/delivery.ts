import { ISSUE_REPORTED } from '@fairmark/contracts/issues';
import type { Database } from '@fairmark/persistence/database';
import { takeAnonymous } from '@fairmark/persistence/issues';
import { sendEvents } from '@fairmark/persistence/process';
import { repeat, type BackgroundTask } from '@fairmark/runtime/background';
import type { Logger } from '@fairmark/runtime/logging';

const EVERY_MS = 300_000;
const PAGE = 100;

/** Hands anonymous reports over on the day after, all of a day together: visit, event and record of the process then tell nothing about when somebody wrote. */
export function startIssueDelivery(database: Database, logger: Logger): BackgroundTask {
  return repeat('issueDelivery', EVERY_MS, logger, async () => (await deliverAnonymous(database, new Date().toISOString())) === PAGE);
}

/** One page of what was reported before the UTC day of `now`. Answers how many. */
export async function deliverAnonymous(database: Database, now: string): Promise<number> {
  return database.transaction(async (tx) => {
    const taken = await takeAnonymous(tx, now.slice(0, 10), PAGE);
    await sendEvents(tx, taken.map(({ id, workflowId }) => ({ workflowId, name: ISSUE_REPORTED, body: { issueId: id } })), null);
    return taken.length;
  });
}
