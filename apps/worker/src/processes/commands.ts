import type { CommandAnswer } from '@fairmark/contracts/process';
import { sql, type Executor } from '@fairmark/persistence/database';
import type { CommandRow } from '@fairmark/persistence/process';

/** The recorded request. It always exists: the API writes it before it sends the update. */
export async function lockCommand(tx: Executor, updateId: string): Promise<CommandRow> {
  const row = await tx.one(sql<CommandRow>`
    select update_id as "updateId", workflow_id as "workflowId", visit_id as "visitId", actor_id as "actorId", action, body, received_at as "receivedAt", state, answer
    from commands where update_id = ${updateId} for update`);
  if (!row) throw new Error(`No command ${updateId}`);
  return row;
}

/** Stores the answer in the transaction that applies the decision: whoever repeats the request gets the same one. */
export async function finishCommand(tx: Executor, command: CommandRow, answer: CommandAnswer): Promise<void> {
  await tx.run(sql`update commands set state = ${answer.status}, answer = ${JSON.stringify(answer)}, applied_at = now() where update_id = ${command.updateId}`);
}
