import { ApprovalErrors } from '@fairmark/contracts/errors';
import { isKnownInactive, partiesOf, type Owner } from './parties.js';
import { closeTask, openTask, Refusal, type Run } from './run.js';
import type { ApprovalTask, ApprovalVisit } from './state.js';
import { addTask } from './visits.js';

/** An open task and its visit. Throws `APPROVAL.UNKNOWN_TASK`, or `APPROVAL.TASK_CLOSED` with who decided instead. */
export function openTaskOf(run: Run, taskId: string): { visit: ApprovalVisit; task: ApprovalTask } {
  for (const visit of run.state.visits) {
    const task = visit.tasks.find((t) => t.id === taskId);
    if (!task) continue;
    if (task.status === 'open') return { visit, task };
    const decided = [task, ...visit.tasks].find((t) => t.decidedBy === 'person');
    throw new Refusal(ApprovalErrors.taskClosed, { taskId, status: task.status, decidedBy: decided?.personId ?? null, visitStatus: visit.status });
  }
  throw new Refusal(ApprovalErrors.unknownTask, { taskId });
}

/** Refuses parties to the case and people who left. */
export function assertMayAct(run: Run, actorId: string): void {
  if (partiesOf(run).has(actorId)) throw new Refusal(ApprovalErrors.ownCase, { actorId });
  if (isKnownInactive(run.state, actorId)) throw new Refusal(ApprovalErrors.inactivePerson, { actorId });
}

/** Refuses a decision without the comment it needs. */
export function assertComment(commentId: string | undefined): void {
  if (commentId === undefined || commentId === '') throw new Refusal(ApprovalErrors.commentRequired);
}

/** Whether somebody already has a part in the visit, now or decided. */
export function isOnVisit(visit: ApprovalVisit, personId: string): boolean {
  return visit.tasks.some((t) => t.personId === personId && t.status !== 'replaced' && t.status !== 'notNeeded');
}

/** Puts somebody else in the place of a task, keeping its turn; the record keeps both. */
export function replaceTask(run: Run, visit: ApprovalVisit, task: ApprovalTask, owner: Owner): ApprovalTask {
  const wasOpen = task.status === 'open';
  closeTask(run, task, 'replaced');
  const successor = addTask(visit, owner, task.id);
  visit.tasks.splice(visit.tasks.indexOf(successor), 1);
  visit.tasks.splice(visit.tasks.indexOf(task) + 1, 0, successor);
  if (wasOpen) openTask(run, visit, successor);
  return successor;
}
