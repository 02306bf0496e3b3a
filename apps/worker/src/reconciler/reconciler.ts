import { sql, type Database } from '@fairmark/persistence/database';
import { repeat, type BackgroundTask } from '@fairmark/runtime/background';
import { deliverCommand } from '@fairmark/runtime/commands';
import type { Logger } from '@fairmark/runtime/logging';
import type { Client } from '@temporalio/client';

const EVERY_MS = 10_000;
/** The API still waits for younger ones. */
const AFTER_SECONDS = 30;
const PAGE = 50;
const AT_ONCE = 4;
const DEADLINE_MS = 10_000;

interface Open {
  updateId: string;
  workflowId: string;
}

/**
 * Sends commands again that nobody has confirmed: after a kill between commit and answer, or of the Temporal server, a message is gone and never comes
 * back by itself. It has the same id, so what was applied is answered and not repeated.
 */
export function startReconciler(database: Database, client: Client, logger: Logger): BackgroundTask {
  return repeat('reconciler', EVERY_MS, logger, async (signal) => void (await reconcile(database, client, logger, AFTER_SECONDS, signal)));
}

/** One look. Each command is taken by one worker at a time: `attempts` moves it to the end of the line. Answers how many were confirmed. */
export async function reconcile(database: Database, client: Client, logger: Logger, afterSeconds = AFTER_SECONDS, signal?: AbortSignal): Promise<number> {
  const open = await database.read.all(sql<Open>`
    update commands set attempts = attempts + 1 where update_id in (
      select update_id from commands where confirmed_at is null and received_at < clock_timestamp() - make_interval(secs => ${afterSeconds})
      order by attempts, received_at limit ${PAGE} for update skip locked)
    returning update_id as "updateId", workflow_id as "workflowId"`);
  let confirmed = 0;
  const next = async (): Promise<void> => {
    for (let command = open.shift(); command && !signal?.aborted; command = open.shift()) if (await resend(database, client, logger, command)) confirmed += 1;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return confirmed;
}

async function resend(database: Database, client: Client, logger: Logger, command: Open): Promise<boolean> {
  try {
    const answer = await deliverCommand(client, database, { ...command, deadlineMs: DEADLINE_MS });
    if (answer) logger.info({ updateId: command.updateId, status: answer.status }, 'command confirmed late');
    return answer !== null;
  } catch (error) {
    logger.warn({ err: error, updateId: command.updateId }, 'sending a command again failed');
    return false;
  }
}
