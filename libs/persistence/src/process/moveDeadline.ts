import type { Duration } from '@fairmark/contracts/common';
import type { Deadline } from '@fairmark/domain/process';
import { sql, type Executor } from '../database/index.js';
import { dueOf, oneDayBefore } from './due.js';
import { rearmVisit, type DeadlineMove } from './rearm.js';

/**
 * Gives an open visit a new deadline, counted from `from` in the calendar of who has to act, and records why. The workflow reads the new instant from the position
 * that the same transaction answers.
 */
export async function moveDeadline(tx: Executor, visitId: string, employeeId: string | null, from: string, deadline: Deadline, move: DeadlineMove = { cause: 'process', at: from }): Promise<string> {
  const due = await dueOf(tx, employeeId, from, deadline, await remindersOf(tx, visitId));
  await rearmVisit(tx, visitId, { ...due, baseDueAt: due.dueAt, downtimeSeconds: 0, forId: employeeId }, from, move);
  return due.dueAt;
}

/** A moved deadline is reminded of as the step says. */
async function remindersOf(tx: Executor, visitId: string): Promise<Duration[]> {
  const row = await tx.one(sql<{ before: Duration[] | null }>`select remind_before as before from visits where id = ${visitId}`);
  return row?.before ?? oneDayBefore;
}
