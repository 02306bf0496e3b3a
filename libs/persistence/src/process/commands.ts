import { createHash } from 'node:crypto';
import type { CommandAnswer } from '@fairmark/contracts/process';
import { canonicalJson } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';
import { loadVisit, lockProcess } from './load.js';
import { decidedBefore, processEnded } from './refusals.js';
import type { CommandRow } from './rows.js';

/** A person's request as the API received it. `key` is the Idempotency-Key of the request. */
export interface NewCommand {
  workflowId: string;
  visitId: string | null;
  actorId: string;
  action: string;
  key: string;
  body: Record<string, unknown>;
  /** Only where a test owns the clock; otherwise the database says when the request was received. */
  receivedAt?: string;
}

/** How a command stands after it was recorded. `otherBody`: the key was used before for something else. */
export interface RecordedCommand {
  updateId: string;
  state: CommandRow['state'];
  answer: CommandAnswer | null;
  otherBody: boolean;
  /** It is new, and the actor has no open task or the process has ended: look whether a refusal is certain before anything is sent. */
  doubtful: boolean;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The id of a decision, also its Temporal update id: the same person, act, object and key always give the same one. */
export function updateIdOf(command: Omit<NewCommand, 'body' | 'receivedAt'>): string {
  return sha256(JSON.stringify([command.actorId, command.action, command.workflowId, command.visitId, command.key]));
}

/** Writes the request before anything is sent, so that it survives whatever dies. Received is when this row was written, by the database's clock. */
export async function recordCommand(tx: Executor, command: NewCommand): Promise<RecordedCommand> {
  const updateId = updateIdOf(command);
  const bodyHash = sha256(canonicalJson(command.body));
  const inserted = await tx.one(sql<{ doubtful: boolean }>`
    insert into commands (update_id, workflow_id, visit_id, actor_id, action, idempotency_key, body, body_hash, received_at)
    values (${updateId}, ${command.workflowId}, ${command.visitId}, ${command.actorId}, ${command.action}, ${command.key}, ${JSON.stringify(command.body)}, ${bodyHash}, coalesce(${command.receivedAt ?? null}::timestamptz, clock_timestamp()))
    on conflict do nothing returning ${doubtful} as doubtful`);
  if (inserted) return { updateId, state: 'pending', answer: null, otherBody: false, doubtful: inserted.doubtful };
  const row = await tx.one(sql<{ state: CommandRow['state']; answer: CommandAnswer | null; bodyHash: string }>`select state, answer, body_hash as "bodyHash" from commands where update_id = ${updateId}`);
  if (!row) throw new Error('A command disappeared between two statements');
  return { updateId, state: row.state, answer: row.answer, otherBody: row.bodyHash !== bodyHash, doubtful: false };
}

const doubtful = sql`case when commands.visit_id is null then exists (select 1 from processes p where p.workflow_id = commands.workflow_id and p.state = 'closed')
  else not exists (select 1 from tasks t where t.visit_id = commands.visit_id and t.assignee_id = commands.actor_id and t.state = 'open') end`;

/** The recorded answer of a command; null while it is pending. */
export async function answerOf(tx: Executor, updateId: string): Promise<CommandAnswer | null> {
  return (await tx.one(sql<{ answer: CommandAnswer | null }>`select answer from commands where update_id = ${updateId}`))?.answer ?? null;
}

/** Temporal confirmed that the workflow knows the answer: nobody has to resend the command. */
export async function confirmCommand(tx: Executor, updateId: string): Promise<void> {
  await tx.run(sql`update commands set confirmed_at = now() where update_id = ${updateId} and confirmed_at is null`);
}

/**
 * Answers a command whose workflow has ended for good: the process is closed and nobody will ever handle the message. Null while the process is open, so
 * that the message has to be sent again. Locks in the order of the engine.
 */
export async function settleClosed(tx: Executor, workflowId: string, updateId: string): Promise<CommandAnswer | null> {
  const process = await lockProcess(tx, workflowId);
  if (!process || process.state === 'open') return null;
  const command = await tx.one(sql<{ answer: CommandAnswer | null; visitId: string | null }>`select answer, visit_id as "visitId" from commands where update_id = ${updateId} for update`);
  if (!command || command.answer) return command?.answer ?? null;
  const visit = command.visitId ? await loadVisit(tx, command.visitId) : undefined;
  const answer: CommandAnswer = visit ? decidedBefore(visit) : processEnded(process);
  await tx.run(sql`update commands set state = 'refused', answer = ${JSON.stringify(answer)}, applied_at = now() where update_id = ${updateId}`);
  return answer;
}
