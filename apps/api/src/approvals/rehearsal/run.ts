import type { ApprovalDefinition, SubmissionInput } from '@fairmark/contracts/approvals';
import { apply, openTasks, openVisits, startInstance, type ApprovalResult, type ApprovalState, type ApprovalTask, type ApprovalVisit } from '@fairmark/domain/approval';

/** One entry into a node as it was when it opened, and when the case came there: entries with the same order are open at the same time. */
export interface Entered {
  order: number;
  visit: ApprovalVisit;
}

export interface Run {
  entered: Entered[];
  state: ApprovalState | null;
  refusal: { code: string; details: Readonly<Record<string, unknown>> } | null;
}

/** More rounds than a definition of 30 nodes with 20 people in order needs. */
const LIMIT = 1_000;

/** Lets everybody approve as soon as they are asked, and keeps every entry into a node as it opened. */
export function runThrough(definition: ApprovalDefinition, submission: SubmissionInput): Run {
  const entered: Entered[] = [];
  const seen = new Set<string>();
  let result: ApprovalResult = startInstance(definition, submission);
  for (let order = 1; result.ok && order < LIMIT; order += 1) {
    const fresh = result.state.visits.filter((visit) => !seen.has(visit.id));
    for (const visit of fresh) {
      seen.add(visit.id);
      entered.push({ order, visit });
    }
    const here: string[] = openVisits(result.state).map((visit) => visit.id);
    if (here.length === 0) return { entered, state: result.state, refusal: null };
    result = approveAll(definition, result.state, here);
  }
  return result.ok ? { entered, state: result.state, refusal: null } : { entered, state: null, refusal: { code: result.code, details: result.details } };
}

/** Everybody of these entries, one after the other where the node asks in order. */
function approveAll(definition: ApprovalDefinition, state: ApprovalState, visits: readonly string[]): ApprovalResult {
  let result: ApprovalResult = { ok: true, state, effects: [] };
  for (let count = 0; result.ok && count < LIMIT; count += 1) {
    const task = openTasks(result.state).find((open) => visits.includes(open.visitId));
    if (!task) return result;
    result = apply(definition, result.state, { type: 'approve', at: state.startedAt, taskId: task.taskId, actorId: task.personId });
  }
  return result;
}

/** Whether the person acts at once, later, or not at all. */
export function partOf({ status }: ApprovalTask): 'acts' | 'waits' | 'alreadyApproved' | 'copied' | undefined {
  if (status === 'open') return 'acts';
  if (status === 'queued') return 'waits';
  return status === 'alreadyApproved' || status === 'copied' ? status : undefined;
}
