import type { Position } from '@fairmark/contracts/process';
import { sql, type Executor } from '../database/index.js';

/** Where a process stands, for its workflow. */
export async function positionOf(tx: Executor, workflowId: string): Promise<Position> {
  const row = await tx.one(sql<Position>`
    select p.step, p.state, p.outcome, coalesce((
      select jsonb_agg(jsonb_build_object('visitId', v.id, 'step', v.step, 'wakeAt', to_char(v.wake_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by v.opened_at, v.id)
      from visits v where v.workflow_id = p.workflow_id and v.state = 'open'), '[]') as visits
    from processes p where p.workflow_id = ${workflowId}`);
  if (!row) throw new Error(`No process ${workflowId}`);
  return row;
}
