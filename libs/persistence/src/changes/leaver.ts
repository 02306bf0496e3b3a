import { endDelegationsOf } from '../delegations/write.js';
import { sql, type Executor } from '../database/index.js';
import type { ChangeRow } from './rows.js';

/** What ends at once when somebody has left, whatever processes do with their tasks: substitutes for and by them, and every open session. */
export async function leaveCompany(tx: Executor, change: ChangeRow & { employeeId: string }, now: string): Promise<void> {
  await endDelegationsOf(tx, change.employeeId, { by: change.madeBy, at: now, reason: 'left' });
  await tx.run(sql`delete from sessions where employee_id = ${change.employeeId}`);
}
