import { addDays } from '@fairmark/domain/calendar';
import { sql, type Executor } from '../database/index.js';
import type { ChangeRow } from './rows.js';

/**
 * An approval that is a process of its own stays with the old managers for its later nodes too: its scope notes the day before the change. A change with another policy ends that.
 * Of several changes the earliest day counts, in whatever order they become known.
 */
export async function keepLine(tx: Executor, approvalId: string, { kind, policies, effectiveOn }: ChangeRow): Promise<void> {
  if (kind !== 'managerChanged' && kind !== 'transferred') return;
  if (policies.approval !== 'stayOld') return void (await tx.run(sql`update approval_instances set state = state #- '{scope,lineAsOf}' where id = ${approvalId} and jsonb_exists(state -> 'scope', 'lineAsOf')`));
  const day = addDays(effectiveOn, -1);
  await tx.run(sql`update approval_instances set state = jsonb_set(state, '{scope,lineAsOf}', to_jsonb(least(coalesce(state -> 'scope' ->> 'lineAsOf', ${day}::text), ${day}::text))) where id = ${approvalId}`);
}
