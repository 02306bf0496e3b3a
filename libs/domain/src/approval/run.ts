import type { ApprovalDefinition, ApprovalNode } from '@fairmark/contracts/approvals';
import { ApprovalErrors, type ApprovalErrorCode } from '@fairmark/contracts/errors';
import { DomainError } from '../common/index.js';
import type { ApprovalEffect, ApprovalState, ApprovalTask, ApprovalVisit } from './state.js';

/** One application of an event: a private copy of the state that operators change, and the effects they collect. */
export interface Run {
  readonly definition: ApprovalDefinition;
  readonly state: ApprovalState;
  readonly effects: ApprovalEffect[];
  readonly at: string;
}

/** Answer of the engine. A refusal leaves the state as it was. */
export type ApprovalResult =
  | { ok: true; state: ApprovalState; effects: ApprovalEffect[] }
  | { ok: false; code: ApprovalErrorCode; details: Readonly<Record<string, unknown>> };

/** Ends the run with a code; `guarded` turns it into an answer. */
export class Refusal extends DomainError {
  constructor(
    readonly reason: ApprovalErrorCode,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(reason, details);
  }
}

/** Runs `work` and answers its refusal as a value; other errors are faults of the program and pass through. */
export function guarded(run: Run, work: () => void): ApprovalResult {
  try {
    work();
    return { ok: true, state: run.state, effects: run.effects };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.reason, details: error.details };
    throw error;
  }
}

/** The node of a visit. */
export function nodeOf(run: Run, nodeId: string): ApprovalNode {
  const node = run.definition.nodes.find((n) => n.id === nodeId);
  if (!node) throw new Refusal(ApprovalErrors.wrongDefinition, { nodeId });
  return node;
}

/** Opens a queued task: from now on its clock runs. */
export function openTask(run: Run, visit: ApprovalVisit, task: ApprovalTask): void {
  const node = nodeOf(run, visit.nodeId);
  task.status = 'open';
  task.openedAt = run.at;
  const { duration, reminders } = node;
  run.effects.push({ type: 'openTask', taskId: task.id, visitId: visit.id, nodeId: node.id, personId: task.personId, duration, reminders });
}

/** Closes a task; one that was never opened leaves no effect. */
export function closeTask(run: Run, task: ApprovalTask, status: 'decided' | 'notNeeded' | 'replaced'): void {
  if (task.status === 'open') run.effects.push({ type: 'closeTask', taskId: task.id, personId: task.personId, reason: status });
  task.status = status;
  task.closedAt = run.at;
}

/** Ends a visit; what is still pending in it is not needed any more. */
export function closeVisit(run: Run, visit: ApprovalVisit, status: 'approved' | 'rejected' | 'returned'): void {
  for (const task of visit.tasks) if (task.status === 'open' || task.status === 'queued') closeTask(run, task, 'notNeeded');
  visit.status = status;
  visit.closedAt = run.at;
}

/** Ends the case, or hands it to the submitter. */
export function finish(run: Run, outcome: 'approved' | 'rejected' | 'returned'): void {
  run.state.status = outcome;
  if (outcome !== 'returned') run.state.endedAt = run.at;
  run.effects.push({ type: 'finished', outcome });
}
