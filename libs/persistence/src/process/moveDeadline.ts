import type { Deadline } from '@fairmark/domain/process';
import { sql, type Executor } from '../database/index.js';
import { dueOf } from './due.js';
import { nextWake } from './wake.js';

/**
 * Gives an open visit a new deadline, counted from `now` in the calendar of who has to act. The workflow reads the new instant from the position that the
 * same transaction answers.
 */
export async function moveDeadline(tx: Executor, visitId: string, employeeId: string | null, now: string, deadline: Deadline): Promise<string> {
  const due = await dueOf(tx, employeeId, now, deadline);
  await tx.run(sql`
    update visits set base_due_at = ${due.dueAt}, due_at = ${due.dueAt}, due_zone = ${due.zone}, due_provisional = ${due.provisional}, downtime_seconds = 0,
      wake_at = ${nextWake(due.reminders, due.dueAt, now)}, reminders = ${JSON.stringify(due.reminders)}
    where id = ${visitId} and state = 'open'`);
  return due.dueAt;
}
