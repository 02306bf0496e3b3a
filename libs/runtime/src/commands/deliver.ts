import { setTimeout as sleep } from 'node:timers/promises';
import { message, type CommandAnswer } from '@fairmark/contracts/process';
import type { Database } from '@fairmark/persistence/database';
import { answerOf, confirmCommand, settleClosed } from '@fairmark/persistence/process';
import { WorkflowNotFoundError, WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import { executeUpdateWithRetry, UnknownOutcomeError } from '../temporal/index.js';

export interface Delivery {
  workflowId: string;
  updateId: string;
  /** Time until the outcome counts as unknown. */
  deadlineMs: number;
}

/** A process whose workflow is about to be started from the outbox, or rebuilt, is asked again at this interval. */
const START_WAIT_MS = 250;

/**
 * Sends a recorded command to its workflow and waits for the answer, as often as needed: repetitions have the same id. Null: nobody knows yet, the
 * command is applied later or was applied without word reaching us; it stays recorded and is sent again.
 */
export async function deliverCommand(client: Client, database: Database, delivery: Delivery): Promise<CommandAnswer | null> {
  const end = Date.now() + delivery.deadlineMs;
  for (;;) {
    try {
      const answer = await send(client, delivery, Math.max(1, end - Date.now()));
      await confirmCommand(database.read, delivery.updateId);
      return answer;
    } catch (error) {
      if (error instanceof UnknownOutcomeError) return answerOf(database.read, delivery.updateId);
      if (!isGone(error)) throw error;
    }
    const settled = await database.transaction((tx) => settleClosed(tx, delivery.workflowId, delivery.updateId));
    if (settled) await confirmCommand(database.read, delivery.updateId);
    if (settled || Date.now() + START_WAIT_MS >= end) return settled;
    await sleep(START_WAIT_MS);
  }
}

function send(client: Client, { workflowId, updateId }: Delivery, deadlineMs: number): Promise<CommandAnswer> {
  return executeUpdateWithRetry<CommandAnswer>(client, { workflowId, name: message.decide, updateId, args: [{ updateId }], deadlineMs });
}

/** No workflow takes the message: it is not started yet, was lost, or ended while the message was on its way. */
function isGone(error: unknown): boolean {
  if (error instanceof WorkflowNotFoundError) return true;
  return error instanceof WorkflowUpdateFailedError && (error.cause as { type?: unknown } | undefined)?.type === 'AcceptedUpdateCompletedWorkflow';
}
