import type { CommandAnswer, Position } from '@fairmark/contracts/process';
import { sql, type Executor } from '../database/index.js';

const position = (workflowId: string) => sql`
  select p.step, p.state, p.outcome, coalesce((
    select jsonb_agg(jsonb_build_object('visitId', v.id, 'step', v.step, 'wakeAt', to_char(v.wake_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by v.opened_at, v.id)
    from visits v where v.workflow_id = p.workflow_id and v.state = 'open'), '[]') as visits
  from processes p where p.workflow_id = ${workflowId}`;

/** Where a process stands, for its workflow. */
export async function positionOf(tx: Executor, workflowId: string): Promise<Position> {
  const row = await tx.one(sql<Position>`${position(workflowId)}`);
  if (!row) throw new Error(`No process ${workflowId}`);
  return row;
}

/** Stores the answer of a command in the transaction that applies it, so that whoever repeats the request gets the same one; answers where the process now stands. */
export async function finishCommand(tx: Executor, command: { updateId: string; workflowId: string }, answer: CommandAnswer): Promise<Position> {
  const row = await tx.one(sql<Position>`
    with answered as (update commands set state = ${answer.status}, answer = ${JSON.stringify(answer)}, applied_at = now() where update_id = ${command.updateId}) ${position(command.workflowId)}`);
  if (!row) throw new Error(`No process ${command.workflowId}`);
  return row;
}
