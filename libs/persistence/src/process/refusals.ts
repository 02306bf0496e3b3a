import { processErrors } from '@fairmark/contracts/errors';
import type { CommandAnswer } from '@fairmark/contracts/process';
import { sql, type Executor } from '../database/index.js';
import type { Decision } from './decision.js';
import type { ProcessRow, VisitRow } from './rows.js';

/** Why a decision is refused. */
export type Refused = Extract<CommandAnswer, { status: 'refused' }>;

const refused = (code: string, details: Record<string, unknown> = {}): Refused => ({ status: 'refused', code, details });

export const decidedBefore = ({ closedBy, closedAt, outcome }: Pick<VisitRow, 'closedBy' | 'closedAt' | 'outcome'>): Refused => refused(processErrors.alreadyDecided, { decidedBy: closedBy, decidedAt: closedAt, outcome });

export const processEnded = ({ outcome }: Pick<ProcessRow, 'outcome'>): Refused => refused(processErrors.processClosed, { outcome });

/**
 * Whether the visit and the process still take decisions. The visit is looked at before the process: somebody who comes late to a closed matter learns who
 * decided it. `evenClosed` answers whether the action is offered in a step's visit that has ended.
 */
export function tooLate({ process, command, facts: { visit } }: Decision, evenClosed: (step: string) => boolean): Refused | undefined {
  if (command.visitId && visit?.workflowId !== process.workflowId) return refused(processErrors.unknownVisit);
  if (visit?.state === 'closed' && !evenClosed(visit.step)) return decidedBefore(visit);
  return process.state === 'open' ? undefined : processEnded(process);
}

/** Why somebody without an open task may not decide. A task that they have already done is not "not assigned": the earlier decision is told. */
export async function withoutTask(tx: Executor, visitId: string, actorId: string): Promise<Refused> {
  const done = await tx.one(sql<{ decision: string; decidedAt: string }>`
    select decision, decided_at as "decidedAt" from tasks where visit_id = ${visitId} and assignee_id = ${actorId} and state = 'done'`);
  return done ? refused(processErrors.alreadyDecided, { decidedBy: actorId, decidedAt: done.decidedAt, outcome: done.decision }) : refused(processErrors.notAssigned);
}
